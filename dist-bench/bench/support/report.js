import { execFileSync } from 'node:child_process';
import { availableParallelism, cpus, loadavg } from 'node:os';
/** Says what is measured, where, and of which commit. */ export async function printHead(title, pool) {
    const { rows } = await pool.query(`select current_setting('server_version') as version, current_setting('fsync') as fsync,
            current_setting('synchronous_commit') as commit`);
    const { version, fsync, commit } = rows[0];
    console.log(`\n${title}`);
    console.log(`commit ${gitCommit()}; ${availableParallelism()} cores (${cpus()[0]?.model.trim() ?? 'unknown'}), ` + `load ${loadavg()[0].toFixed(1)}; Node ${process.versions.node}; ` + `Postgres ${version}, fsync ${fsync}, synchronous_commit ${commit}\n`);
}
function gitCommit() {
    const git = (...args)=>execFileSync('git', args, {
            encoding: 'utf8',
            stdio: [
                'ignore',
                'pipe',
                'ignore'
            ]
        });
    try {
        const dirty = git('status', '--porcelain', '--untracked-files=no', 'src', 'migrations', 'bench') !== '';
        return git('rev-parse', '--short', 'HEAD').trim() + (dirty ? ' with changes' : '');
    } catch  {
        return 'unknown';
    }
}
/** A table of what was compared; `aims` by name. */ export function printRatios(unit, measured, aims = {}) {
    printTable([
        '',
        unit,
        'ratio',
        'least-most',
        'aim'
    ], measured.map(({ name, rate, ratio, least, most }, i)=>[
            name,
            count(rate),
            ratio.toFixed(2),
            i === 0 ? '' : `${least.toFixed(2)}-${most.toFixed(2)}`,
            aims[name] === undefined ? '' : `> ${aims[name]} ${ratio > aims[name] ? 'reached' : 'NOT REACHED'}`
        ]));
}
/** First column to the left, numbers to the right. */ export function printTable(head, rows) {
    const widths = head.map((cell, i)=>Math.max(cell.length, ...rows.map((row)=>row[i].length)));
    for (const row of [
        head,
        ...rows
    ]){
        console.log(row.map((cell, i)=>i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i])).join('  ').trimEnd());
    }
}
export function count(value) {
    return value.toLocaleString('en-GB', {
        maximumFractionDigits: value < 100 ? 1 : 0
    });
}

//# sourceMappingURL=data:application/json;base64,eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbIi93b3JrL21haW4vYmVuY2gvc3VwcG9ydC9yZXBvcnQudHMiXSwic291cmNlc0NvbnRlbnQiOlsiaW1wb3J0IHsgZXhlY0ZpbGVTeW5jIH0gZnJvbSAnbm9kZTpjaGlsZF9wcm9jZXNzJztcbmltcG9ydCB7IGF2YWlsYWJsZVBhcmFsbGVsaXNtLCBjcHVzLCBsb2FkYXZnIH0gZnJvbSAnbm9kZTpvcyc7XG5pbXBvcnQgdHlwZSBwZyBmcm9tICdwZyc7XG5pbXBvcnQgdHlwZSB7IE1lYXN1cmVkIH0gZnJvbSAnLi9tZWFzdXJlLmpzJztcblxuLyoqIFNheXMgd2hhdCBpcyBtZWFzdXJlZCwgd2hlcmUsIGFuZCBvZiB3aGljaCBjb21taXQuICovXG5leHBvcnQgYXN5bmMgZnVuY3Rpb24gcHJpbnRIZWFkKHRpdGxlOiBzdHJpbmcsIHBvb2w6IHBnLlBvb2wpOiBQcm9taXNlPHZvaWQ+IHtcbiAgY29uc3QgeyByb3dzIH0gPSBhd2FpdCBwb29sLnF1ZXJ5PHsgdmVyc2lvbjogc3RyaW5nOyBmc3luYzogc3RyaW5nOyBjb21taXQ6IHN0cmluZyB9PihcbiAgICBgc2VsZWN0IGN1cnJlbnRfc2V0dGluZygnc2VydmVyX3ZlcnNpb24nKSBhcyB2ZXJzaW9uLCBjdXJyZW50X3NldHRpbmcoJ2ZzeW5jJykgYXMgZnN5bmMsXG4gICAgICAgICAgICBjdXJyZW50X3NldHRpbmcoJ3N5bmNocm9ub3VzX2NvbW1pdCcpIGFzIGNvbW1pdGAsXG4gICk7XG4gIGNvbnN0IHsgdmVyc2lvbiwgZnN5bmMsIGNvbW1pdCB9ID0gcm93c1swXSE7XG4gIGNvbnNvbGUubG9nKGBcXG4ke3RpdGxlfWApO1xuICBjb25zb2xlLmxvZyhcbiAgICBgY29tbWl0ICR7Z2l0Q29tbWl0KCl9OyAke2F2YWlsYWJsZVBhcmFsbGVsaXNtKCl9IGNvcmVzICgke2NwdXMoKVswXT8ubW9kZWwudHJpbSgpID8/ICd1bmtub3duJ30pLCBgICtcbiAgICAgIGBsb2FkICR7bG9hZGF2ZygpWzBdIS50b0ZpeGVkKDEpfTsgTm9kZSAke3Byb2Nlc3MudmVyc2lvbnMubm9kZX07IGAgK1xuICAgICAgYFBvc3RncmVzICR7dmVyc2lvbn0sIGZzeW5jICR7ZnN5bmN9LCBzeW5jaHJvbm91c19jb21taXQgJHtjb21taXR9XFxuYCxcbiAgKTtcbn1cblxuZnVuY3Rpb24gZ2l0Q29tbWl0KCk6IHN0cmluZyB7XG4gIGNvbnN0IGdpdCA9ICguLi5hcmdzOiBzdHJpbmdbXSk6IHN0cmluZyA9PlxuICAgIGV4ZWNGaWxlU3luYygnZ2l0JywgYXJncywgeyBlbmNvZGluZzogJ3V0ZjgnLCBzdGRpbzogWydpZ25vcmUnLCAncGlwZScsICdpZ25vcmUnXSB9KTtcbiAgdHJ5IHtcbiAgICBjb25zdCBkaXJ0eSA9IGdpdCgnc3RhdHVzJywgJy0tcG9yY2VsYWluJywgJy0tdW50cmFja2VkLWZpbGVzPW5vJywgJ3NyYycsICdtaWdyYXRpb25zJywgJ2JlbmNoJykgIT09ICcnO1xuICAgIHJldHVybiBnaXQoJ3Jldi1wYXJzZScsICctLXNob3J0JywgJ0hFQUQnKS50cmltKCkgKyAoZGlydHkgPyAnIHdpdGggY2hhbmdlcycgOiAnJyk7XG4gIH0gY2F0Y2gge1xuICAgIHJldHVybiAndW5rbm93bic7XG4gIH1cbn1cblxuLyoqIEEgdGFibGUgb2Ygd2hhdCB3YXMgY29tcGFyZWQ7IGBhaW1zYCBieSBuYW1lLiAqL1xuZXhwb3J0IGZ1bmN0aW9uIHByaW50UmF0aW9zKFxuICB1bml0OiBzdHJpbmcsXG4gIG1lYXN1cmVkOiByZWFkb25seSBNZWFzdXJlZFtdLFxuICBhaW1zOiBSZWFkb25seTxSZWNvcmQ8c3RyaW5nLCBudW1iZXI+PiA9IHt9LFxuKTogdm9pZCB7XG4gIHByaW50VGFibGUoXG4gICAgWycnLCB1bml0LCAncmF0aW8nLCAnbGVhc3QtbW9zdCcsICdhaW0nXSxcbiAgICBtZWFzdXJlZC5tYXAoKHsgbmFtZSwgcmF0ZSwgcmF0aW8sIGxlYXN0LCBtb3N0IH0sIGkpID0+IFtcbiAgICAgIG5hbWUsXG4gICAgICBjb3VudChyYXRlKSxcbiAgICAgIHJhdGlvLnRvRml4ZWQoMiksXG4gICAgICBpID09PSAwID8gJycgOiBgJHtsZWFzdC50b0ZpeGVkKDIpfS0ke21vc3QudG9GaXhlZCgyKX1gLFxuICAgICAgYWltc1tuYW1lXSA9PT0gdW5kZWZpbmVkID8gJycgOiBgPiAke2FpbXNbbmFtZV19ICR7cmF0aW8gPiBhaW1zW25hbWVdID8gJ3JlYWNoZWQnIDogJ05PVCBSRUFDSEVEJ31gLFxuICAgIF0pLFxuICApO1xufVxuXG4vKiogRmlyc3QgY29sdW1uIHRvIHRoZSBsZWZ0LCBudW1iZXJzIHRvIHRoZSByaWdodC4gKi9cbmV4cG9ydCBmdW5jdGlvbiBwcmludFRhYmxlKGhlYWQ6IHJlYWRvbmx5IHN0cmluZ1tdLCByb3dzOiByZWFkb25seSAocmVhZG9ubHkgc3RyaW5nW10pW10pOiB2b2lkIHtcbiAgY29uc3Qgd2lkdGhzID0gaGVhZC5tYXAoKGNlbGwsIGkpID0+IE1hdGgubWF4KGNlbGwubGVuZ3RoLCAuLi5yb3dzLm1hcCgocm93KSA9PiByb3dbaV0hLmxlbmd0aCkpKTtcbiAgZm9yIChjb25zdCByb3cgb2YgW2hlYWQsIC4uLnJvd3NdKSB7XG4gICAgY29uc29sZS5sb2coXG4gICAgICByb3dcbiAgICAgICAgLm1hcCgoY2VsbCwgaSkgPT4gKGkgPT09IDAgPyBjZWxsLnBhZEVuZCh3aWR0aHNbaV0hKSA6IGNlbGwucGFkU3RhcnQod2lkdGhzW2ldISkpKVxuICAgICAgICAuam9pbignICAnKVxuICAgICAgICAudHJpbUVuZCgpLFxuICAgICk7XG4gIH1cbn1cblxuZXhwb3J0IGZ1bmN0aW9uIGNvdW50KHZhbHVlOiBudW1iZXIpOiBzdHJpbmcge1xuICByZXR1cm4gdmFsdWUudG9Mb2NhbGVTdHJpbmcoJ2VuLUdCJywgeyBtYXhpbXVtRnJhY3Rpb25EaWdpdHM6IHZhbHVlIDwgMTAwID8gMSA6IDAgfSk7XG59XG4iXSwibmFtZXMiOlsiZXhlY0ZpbGVTeW5jIiwiYXZhaWxhYmxlUGFyYWxsZWxpc20iLCJjcHVzIiwibG9hZGF2ZyIsInByaW50SGVhZCIsInRpdGxlIiwicG9vbCIsInJvd3MiLCJxdWVyeSIsInZlcnNpb24iLCJmc3luYyIsImNvbW1pdCIsImNvbnNvbGUiLCJsb2ciLCJnaXRDb21taXQiLCJtb2RlbCIsInRyaW0iLCJ0b0ZpeGVkIiwicHJvY2VzcyIsInZlcnNpb25zIiwibm9kZSIsImdpdCIsImFyZ3MiLCJlbmNvZGluZyIsInN0ZGlvIiwiZGlydHkiLCJwcmludFJhdGlvcyIsInVuaXQiLCJtZWFzdXJlZCIsImFpbXMiLCJwcmludFRhYmxlIiwibWFwIiwibmFtZSIsInJhdGUiLCJyYXRpbyIsImxlYXN0IiwibW9zdCIsImkiLCJjb3VudCIsInVuZGVmaW5lZCIsImhlYWQiLCJ3aWR0aHMiLCJjZWxsIiwiTWF0aCIsIm1heCIsImxlbmd0aCIsInJvdyIsInBhZEVuZCIsInBhZFN0YXJ0Iiwiam9pbiIsInRyaW1FbmQiLCJ2YWx1ZSIsInRvTG9jYWxlU3RyaW5nIiwibWF4aW11bUZyYWN0aW9uRGlnaXRzIl0sIm1hcHBpbmdzIjoiQUFBQSxTQUFTQSxZQUFZLFFBQVEscUJBQXFCO0FBQ2xELFNBQVNDLG9CQUFvQixFQUFFQyxJQUFJLEVBQUVDLE9BQU8sUUFBUSxVQUFVO0FBSTlELHVEQUF1RCxHQUN2RCxPQUFPLGVBQWVDLFVBQVVDLEtBQWEsRUFBRUMsSUFBYTtJQUMxRCxNQUFNLEVBQUVDLElBQUksRUFBRSxHQUFHLE1BQU1ELEtBQUtFLEtBQUssQ0FDL0IsQ0FBQzsyREFDc0QsQ0FBQztJQUUxRCxNQUFNLEVBQUVDLE9BQU8sRUFBRUMsS0FBSyxFQUFFQyxNQUFNLEVBQUUsR0FBR0osSUFBSSxDQUFDLEVBQUU7SUFDMUNLLFFBQVFDLEdBQUcsQ0FBQyxDQUFDLEVBQUUsRUFBRVIsT0FBTztJQUN4Qk8sUUFBUUMsR0FBRyxDQUNULENBQUMsT0FBTyxFQUFFQyxZQUFZLEVBQUUsRUFBRWIsdUJBQXVCLFFBQVEsRUFBRUMsTUFBTSxDQUFDLEVBQUUsRUFBRWEsTUFBTUMsVUFBVSxVQUFVLEdBQUcsQ0FBQyxHQUNsRyxDQUFDLEtBQUssRUFBRWIsU0FBUyxDQUFDLEVBQUUsQ0FBRWMsT0FBTyxDQUFDLEdBQUcsT0FBTyxFQUFFQyxRQUFRQyxRQUFRLENBQUNDLElBQUksQ0FBQyxFQUFFLENBQUMsR0FDbkUsQ0FBQyxTQUFTLEVBQUVYLFFBQVEsUUFBUSxFQUFFQyxNQUFNLHFCQUFxQixFQUFFQyxPQUFPLEVBQUUsQ0FBQztBQUUzRTtBQUVBLFNBQVNHO0lBQ1AsTUFBTU8sTUFBTSxDQUFDLEdBQUdDLE9BQ2R0QixhQUFhLE9BQU9zQixNQUFNO1lBQUVDLFVBQVU7WUFBUUMsT0FBTztnQkFBQztnQkFBVTtnQkFBUTthQUFTO1FBQUM7SUFDcEYsSUFBSTtRQUNGLE1BQU1DLFFBQVFKLElBQUksVUFBVSxlQUFlLHdCQUF3QixPQUFPLGNBQWMsYUFBYTtRQUNyRyxPQUFPQSxJQUFJLGFBQWEsV0FBVyxRQUFRTCxJQUFJLEtBQU1TLENBQUFBLFFBQVEsa0JBQWtCLEVBQUM7SUFDbEYsRUFBRSxPQUFNO1FBQ04sT0FBTztJQUNUO0FBQ0Y7QUFFQSxrREFBa0QsR0FDbEQsT0FBTyxTQUFTQyxZQUNkQyxJQUFZLEVBQ1pDLFFBQTZCLEVBQzdCQyxPQUF5QyxDQUFDLENBQUM7SUFFM0NDLFdBQ0U7UUFBQztRQUFJSDtRQUFNO1FBQVM7UUFBYztLQUFNLEVBQ3hDQyxTQUFTRyxHQUFHLENBQUMsQ0FBQyxFQUFFQyxJQUFJLEVBQUVDLElBQUksRUFBRUMsS0FBSyxFQUFFQyxLQUFLLEVBQUVDLElBQUksRUFBRSxFQUFFQyxJQUFNO1lBQ3RETDtZQUNBTSxNQUFNTDtZQUNOQyxNQUFNakIsT0FBTyxDQUFDO1lBQ2RvQixNQUFNLElBQUksS0FBSyxHQUFHRixNQUFNbEIsT0FBTyxDQUFDLEdBQUcsQ0FBQyxFQUFFbUIsS0FBS25CLE9BQU8sQ0FBQyxJQUFJO1lBQ3ZEWSxJQUFJLENBQUNHLEtBQUssS0FBS08sWUFBWSxLQUFLLENBQUMsRUFBRSxFQUFFVixJQUFJLENBQUNHLEtBQUssQ0FBQyxDQUFDLEVBQUVFLFFBQVFMLElBQUksQ0FBQ0csS0FBSyxHQUFHLFlBQVksZUFBZTtTQUNwRztBQUVMO0FBRUEsb0RBQW9ELEdBQ3BELE9BQU8sU0FBU0YsV0FBV1UsSUFBdUIsRUFBRWpDLElBQW9DO0lBQ3RGLE1BQU1rQyxTQUFTRCxLQUFLVCxHQUFHLENBQUMsQ0FBQ1csTUFBTUwsSUFBTU0sS0FBS0MsR0FBRyxDQUFDRixLQUFLRyxNQUFNLEtBQUt0QyxLQUFLd0IsR0FBRyxDQUFDLENBQUNlLE1BQVFBLEdBQUcsQ0FBQ1QsRUFBRSxDQUFFUSxNQUFNO0lBQzlGLEtBQUssTUFBTUMsT0FBTztRQUFDTjtXQUFTakM7S0FBSyxDQUFFO1FBQ2pDSyxRQUFRQyxHQUFHLENBQ1RpQyxJQUNHZixHQUFHLENBQUMsQ0FBQ1csTUFBTUwsSUFBT0EsTUFBTSxJQUFJSyxLQUFLSyxNQUFNLENBQUNOLE1BQU0sQ0FBQ0osRUFBRSxJQUFLSyxLQUFLTSxRQUFRLENBQUNQLE1BQU0sQ0FBQ0osRUFBRSxHQUM3RVksSUFBSSxDQUFDLE1BQ0xDLE9BQU87SUFFZDtBQUNGO0FBRUEsT0FBTyxTQUFTWixNQUFNYSxLQUFhO0lBQ2pDLE9BQU9BLE1BQU1DLGNBQWMsQ0FBQyxTQUFTO1FBQUVDLHVCQUF1QkYsUUFBUSxNQUFNLElBQUk7SUFBRTtBQUNwRiJ9