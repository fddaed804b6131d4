/** Numbers that are the same in every run (mulberry32). */ export class Random {
    state;
    constructor(state){
        this.state = state;
    }
    /** From 0 up to, not including, 1. */ next() {
        this.state = this.state + 0x6d2b79f5 | 0;
        let t = Math.imul(this.state ^ this.state >>> 15, 1 | this.state);
        t = t + Math.imul(t ^ t >>> 7, 61 | t) ^ t;
        return ((t ^ t >>> 14) >>> 0) / 4_294_967_296;
    }
    /** A whole number from 0 up to, not including, `below`. */ below(below) {
        return Math.floor(this.next() * below);
    }
    pick(from) {
        return from[this.below(from.length)];
    }
    chance(probability) {
        return this.next() < probability;
    }
}

//# sourceMappingURL=random.js.map