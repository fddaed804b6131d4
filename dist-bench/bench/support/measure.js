/** One of the things compared. */ /**
 * Runs the sides in turn, round after round, and compares each with the first one of the same round: what slows the
 * machine down for a while slows both. The first round warms up and does not count.
 */ export async function compare(rounds, sides) {
    const rates = sides.map(()=>[]);
    for(let round = 0; round <= rounds; round++){
        // Every other round backwards, so that no side always comes after the same one.
        const order = sides.map((side, i)=>({
                side,
                i
            }));
        if (round % 2 === 1) order.reverse();
        for (const { side, i } of order){
            const rate = await side.run(round);
            if (round > 0) rates[i].push(rate);
        }
    }
    return sides.map(({ name }, i)=>{
        const ratios = rates[i].map((rate, round)=>rate / rates[0][round]);
        return {
            name,
            rate: median(rates[i]),
            ratio: median(ratios),
            least: Math.min(...ratios),
            most: Math.max(...ratios)
        };
    });
}
/** Seconds that `work` takes. */ export async function seconds(work) {
    const start = process.hrtime.bigint();
    await work();
    return Number(process.hrtime.bigint() - start) / 1e9;
}
export function median(values) {
    return quantile(values, 0.5);
}
/** Nearest rank. */ export function quantile(values, q) {
    const sorted = [
        ...values
    ].sort((a, b)=>a - b);
    return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? NaN;
}

//# sourceMappingURL=data:application/json;base64,eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbIi93b3JrL21haW4vYmVuY2gvc3VwcG9ydC9tZWFzdXJlLnRzIl0sInNvdXJjZXNDb250ZW50IjpbIi8qKiBPbmUgb2YgdGhlIHRoaW5ncyBjb21wYXJlZC4gKi9cbmV4cG9ydCBpbnRlcmZhY2UgU2lkZSB7XG4gIHJlYWRvbmx5IG5hbWU6IHN0cmluZztcbiAgLyoqIFJ1bnMgb25jZSBhbmQgYW5zd2VycyBhIHJhdGU6IHdoYXRldmVyIGlzIGNvdW50ZWQsIHBlciBzZWNvbmQuICovXG4gIHJ1bihyb3VuZDogbnVtYmVyKTogUHJvbWlzZTxudW1iZXI+O1xufVxuXG5leHBvcnQgaW50ZXJmYWNlIE1lYXN1cmVkIHtcbiAgcmVhZG9ubHkgbmFtZTogc3RyaW5nO1xuICAvKiogUGVyIHNlY29uZDsgdGhlIG1lZGlhbiBvZiB0aGUgcm91bmRzLiAqL1xuICByZWFkb25seSByYXRlOiBudW1iZXI7XG4gIC8qKiBUbyB0aGUgZmlyc3Qgc2lkZSwgb2YgdGhlIHNhbWUgcm91bmQ7IG1lZGlhbiwgbGVhc3QgYW5kIG1vc3QuIDEgZm9yIHRoZSBmaXJzdCBzaWRlIGl0c2VsZi4gKi9cbiAgcmVhZG9ubHkgcmF0aW86IG51bWJlcjtcbiAgcmVhZG9ubHkgbGVhc3Q6IG51bWJlcjtcbiAgcmVhZG9ubHkgbW9zdDogbnVtYmVyO1xufVxuXG4vKipcbiAqIFJ1bnMgdGhlIHNpZGVzIGluIHR1cm4sIHJvdW5kIGFmdGVyIHJvdW5kLCBhbmQgY29tcGFyZXMgZWFjaCB3aXRoIHRoZSBmaXJzdCBvbmUgb2YgdGhlIHNhbWUgcm91bmQ6IHdoYXQgc2xvd3MgdGhlXG4gKiBtYWNoaW5lIGRvd24gZm9yIGEgd2hpbGUgc2xvd3MgYm90aC4gVGhlIGZpcnN0IHJvdW5kIHdhcm1zIHVwIGFuZCBkb2VzIG5vdCBjb3VudC5cbiAqL1xuZXhwb3J0IGFzeW5jIGZ1bmN0aW9uIGNvbXBhcmUocm91bmRzOiBudW1iZXIsIHNpZGVzOiByZWFkb25seSBTaWRlW10pOiBQcm9taXNlPE1lYXN1cmVkW10+IHtcbiAgY29uc3QgcmF0ZXMgPSBzaWRlcy5tYXAoKCk6IG51bWJlcltdID0+IFtdKTtcbiAgZm9yIChsZXQgcm91bmQgPSAwOyByb3VuZCA8PSByb3VuZHM7IHJvdW5kKyspIHtcbiAgICAvLyBFdmVyeSBvdGhlciByb3VuZCBiYWNrd2FyZHMsIHNvIHRoYXQgbm8gc2lkZSBhbHdheXMgY29tZXMgYWZ0ZXIgdGhlIHNhbWUgb25lLlxuICAgIGNvbnN0IG9yZGVyID0gc2lkZXMubWFwKChzaWRlLCBpKSA9PiAoeyBzaWRlLCBpIH0pKTtcbiAgICBpZiAocm91bmQgJSAyID09PSAxKSBvcmRlci5yZXZlcnNlKCk7XG4gICAgZm9yIChjb25zdCB7IHNpZGUsIGkgfSBvZiBvcmRlcikge1xuICAgICAgY29uc3QgcmF0ZSA9IGF3YWl0IHNpZGUucnVuKHJvdW5kKTtcbiAgICAgIGlmIChyb3VuZCA+IDApIHJhdGVzW2ldIS5wdXNoKHJhdGUpO1xuICAgIH1cbiAgfVxuICByZXR1cm4gc2lkZXMubWFwKCh7IG5hbWUgfSwgaSkgPT4ge1xuICAgIGNvbnN0IHJhdGlvcyA9IHJhdGVzW2ldIS5tYXAoKHJhdGUsIHJvdW5kKSA9PiByYXRlIC8gcmF0ZXNbMF0hW3JvdW5kXSEpO1xuICAgIHJldHVybiB7XG4gICAgICBuYW1lLFxuICAgICAgcmF0ZTogbWVkaWFuKHJhdGVzW2ldISksXG4gICAgICByYXRpbzogbWVkaWFuKHJhdGlvcyksXG4gICAgICBsZWFzdDogTWF0aC5taW4oLi4ucmF0aW9zKSxcbiAgICAgIG1vc3Q6IE1hdGgubWF4KC4uLnJhdGlvcyksXG4gICAgfTtcbiAgfSk7XG59XG5cbi8qKiBTZWNvbmRzIHRoYXQgYHdvcmtgIHRha2VzLiAqL1xuZXhwb3J0IGFzeW5jIGZ1bmN0aW9uIHNlY29uZHMod29yazogKCkgPT4gUHJvbWlzZTx1bmtub3duPik6IFByb21pc2U8bnVtYmVyPiB7XG4gIGNvbnN0IHN0YXJ0ID0gcHJvY2Vzcy5ocnRpbWUuYmlnaW50KCk7XG4gIGF3YWl0IHdvcmsoKTtcbiAgcmV0dXJuIE51bWJlcihwcm9jZXNzLmhydGltZS5iaWdpbnQoKSAtIHN0YXJ0KSAvIDFlOTtcbn1cblxuZXhwb3J0IGZ1bmN0aW9uIG1lZGlhbih2YWx1ZXM6IHJlYWRvbmx5IG51bWJlcltdKTogbnVtYmVyIHtcbiAgcmV0dXJuIHF1YW50aWxlKHZhbHVlcywgMC41KTtcbn1cblxuLyoqIE5lYXJlc3QgcmFuay4gKi9cbmV4cG9ydCBmdW5jdGlvbiBxdWFudGlsZSh2YWx1ZXM6IHJlYWRvbmx5IG51bWJlcltdLCBxOiBudW1iZXIpOiBudW1iZXIge1xuICBjb25zdCBzb3J0ZWQgPSBbLi4udmFsdWVzXS5zb3J0KChhLCBiKSA9PiBhIC0gYik7XG4gIHJldHVybiBzb3J0ZWRbTWF0aC5taW4oc29ydGVkLmxlbmd0aCAtIDEsIE1hdGguZmxvb3IocSAqIHNvcnRlZC5sZW5ndGgpKV0gPz8gTmFOO1xufVxuIl0sIm5hbWVzIjpbImNvbXBhcmUiLCJyb3VuZHMiLCJzaWRlcyIsInJhdGVzIiwibWFwIiwicm91bmQiLCJvcmRlciIsInNpZGUiLCJpIiwicmV2ZXJzZSIsInJhdGUiLCJydW4iLCJwdXNoIiwibmFtZSIsInJhdGlvcyIsIm1lZGlhbiIsInJhdGlvIiwibGVhc3QiLCJNYXRoIiwibWluIiwibW9zdCIsIm1heCIsInNlY29uZHMiLCJ3b3JrIiwic3RhcnQiLCJwcm9jZXNzIiwiaHJ0aW1lIiwiYmlnaW50IiwiTnVtYmVyIiwidmFsdWVzIiwicXVhbnRpbGUiLCJxIiwic29ydGVkIiwic29ydCIsImEiLCJiIiwibGVuZ3RoIiwiZmxvb3IiLCJOYU4iXSwibWFwcGluZ3MiOiJBQUFBLGdDQUFnQyxHQWlCaEM7OztDQUdDLEdBQ0QsT0FBTyxlQUFlQSxRQUFRQyxNQUFjLEVBQUVDLEtBQXNCO0lBQ2xFLE1BQU1DLFFBQVFELE1BQU1FLEdBQUcsQ0FBQyxJQUFnQixFQUFFO0lBQzFDLElBQUssSUFBSUMsUUFBUSxHQUFHQSxTQUFTSixRQUFRSSxRQUFTO1FBQzVDLGdGQUFnRjtRQUNoRixNQUFNQyxRQUFRSixNQUFNRSxHQUFHLENBQUMsQ0FBQ0csTUFBTUMsSUFBTyxDQUFBO2dCQUFFRDtnQkFBTUM7WUFBRSxDQUFBO1FBQ2hELElBQUlILFFBQVEsTUFBTSxHQUFHQyxNQUFNRyxPQUFPO1FBQ2xDLEtBQUssTUFBTSxFQUFFRixJQUFJLEVBQUVDLENBQUMsRUFBRSxJQUFJRixNQUFPO1lBQy9CLE1BQU1JLE9BQU8sTUFBTUgsS0FBS0ksR0FBRyxDQUFDTjtZQUM1QixJQUFJQSxRQUFRLEdBQUdGLEtBQUssQ0FBQ0ssRUFBRSxDQUFFSSxJQUFJLENBQUNGO1FBQ2hDO0lBQ0Y7SUFDQSxPQUFPUixNQUFNRSxHQUFHLENBQUMsQ0FBQyxFQUFFUyxJQUFJLEVBQUUsRUFBRUw7UUFDMUIsTUFBTU0sU0FBU1gsS0FBSyxDQUFDSyxFQUFFLENBQUVKLEdBQUcsQ0FBQyxDQUFDTSxNQUFNTCxRQUFVSyxPQUFPUCxLQUFLLENBQUMsRUFBRSxBQUFDLENBQUNFLE1BQU07UUFDckUsT0FBTztZQUNMUTtZQUNBSCxNQUFNSyxPQUFPWixLQUFLLENBQUNLLEVBQUU7WUFDckJRLE9BQU9ELE9BQU9EO1lBQ2RHLE9BQU9DLEtBQUtDLEdBQUcsSUFBSUw7WUFDbkJNLE1BQU1GLEtBQUtHLEdBQUcsSUFBSVA7UUFDcEI7SUFDRjtBQUNGO0FBRUEsK0JBQStCLEdBQy9CLE9BQU8sZUFBZVEsUUFBUUMsSUFBNEI7SUFDeEQsTUFBTUMsUUFBUUMsUUFBUUMsTUFBTSxDQUFDQyxNQUFNO0lBQ25DLE1BQU1KO0lBQ04sT0FBT0ssT0FBT0gsUUFBUUMsTUFBTSxDQUFDQyxNQUFNLEtBQUtILFNBQVM7QUFDbkQ7QUFFQSxPQUFPLFNBQVNULE9BQU9jLE1BQXlCO0lBQzlDLE9BQU9DLFNBQVNELFFBQVE7QUFDMUI7QUFFQSxrQkFBa0IsR0FDbEIsT0FBTyxTQUFTQyxTQUFTRCxNQUF5QixFQUFFRSxDQUFTO0lBQzNELE1BQU1DLFNBQVM7V0FBSUg7S0FBTyxDQUFDSSxJQUFJLENBQUMsQ0FBQ0MsR0FBR0MsSUFBTUQsSUFBSUM7SUFDOUMsT0FBT0gsTUFBTSxDQUFDZCxLQUFLQyxHQUFHLENBQUNhLE9BQU9JLE1BQU0sR0FBRyxHQUFHbEIsS0FBS21CLEtBQUssQ0FBQ04sSUFBSUMsT0FBT0ksTUFBTSxHQUFHLElBQUlFO0FBQy9FIn0=