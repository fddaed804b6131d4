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

//# sourceMappingURL=data:application/json;base64,eyJ2ZXJzaW9uIjozLCJzb3VyY2VzIjpbIi93b3JrL21haW4vYmVuY2gvc3VwcG9ydC9yYW5kb20udHMiXSwic291cmNlc0NvbnRlbnQiOlsiLyoqIE51bWJlcnMgdGhhdCBhcmUgdGhlIHNhbWUgaW4gZXZlcnkgcnVuIChtdWxiZXJyeTMyKS4gKi9cbmV4cG9ydCBjbGFzcyBSYW5kb20ge1xuICBjb25zdHJ1Y3Rvcihwcml2YXRlIHN0YXRlOiBudW1iZXIpIHt9XG5cbiAgLyoqIEZyb20gMCB1cCB0bywgbm90IGluY2x1ZGluZywgMS4gKi9cbiAgbmV4dCgpOiBudW1iZXIge1xuICAgIHRoaXMuc3RhdGUgPSAodGhpcy5zdGF0ZSArIDB4NmQyYjc5ZjUpIHwgMDtcbiAgICBsZXQgdCA9IE1hdGguaW11bCh0aGlzLnN0YXRlIF4gKHRoaXMuc3RhdGUgPj4+IDE1KSwgMSB8IHRoaXMuc3RhdGUpO1xuICAgIHQgPSAodCArIE1hdGguaW11bCh0IF4gKHQgPj4+IDcpLCA2MSB8IHQpKSBeIHQ7XG4gICAgcmV0dXJuICgodCBeICh0ID4+PiAxNCkpID4+PiAwKSAvIDRfMjk0Xzk2N18yOTY7XG4gIH1cblxuICAvKiogQSB3aG9sZSBudW1iZXIgZnJvbSAwIHVwIHRvLCBub3QgaW5jbHVkaW5nLCBgYmVsb3dgLiAqL1xuICBiZWxvdyhiZWxvdzogbnVtYmVyKTogbnVtYmVyIHtcbiAgICByZXR1cm4gTWF0aC5mbG9vcih0aGlzLm5leHQoKSAqIGJlbG93KTtcbiAgfVxuXG4gIHBpY2s8VD4oZnJvbTogcmVhZG9ubHkgVFtdKTogVCB7XG4gICAgcmV0dXJuIGZyb21bdGhpcy5iZWxvdyhmcm9tLmxlbmd0aCldITtcbiAgfVxuXG4gIGNoYW5jZShwcm9iYWJpbGl0eTogbnVtYmVyKTogYm9vbGVhbiB7XG4gICAgcmV0dXJuIHRoaXMubmV4dCgpIDwgcHJvYmFiaWxpdHk7XG4gIH1cbn1cbiJdLCJuYW1lcyI6WyJSYW5kb20iLCJzdGF0ZSIsIm5leHQiLCJ0IiwiTWF0aCIsImltdWwiLCJiZWxvdyIsImZsb29yIiwicGljayIsImZyb20iLCJsZW5ndGgiLCJjaGFuY2UiLCJwcm9iYWJpbGl0eSJdLCJtYXBwaW5ncyI6IkFBQUEseURBQXlELEdBQ3pELE9BQU8sTUFBTUE7O0lBQ1gsWUFBWSxBQUFRQyxLQUFhLENBQUU7YUFBZkEsUUFBQUE7SUFBZ0I7SUFFcEMsb0NBQW9DLEdBQ3BDQyxPQUFlO1FBQ2IsSUFBSSxDQUFDRCxLQUFLLEdBQUcsQUFBQyxJQUFJLENBQUNBLEtBQUssR0FBRyxhQUFjO1FBQ3pDLElBQUlFLElBQUlDLEtBQUtDLElBQUksQ0FBQyxJQUFJLENBQUNKLEtBQUssR0FBSSxJQUFJLENBQUNBLEtBQUssS0FBSyxJQUFLLElBQUksSUFBSSxDQUFDQSxLQUFLO1FBQ2xFRSxJQUFJLEFBQUNBLElBQUlDLEtBQUtDLElBQUksQ0FBQ0YsSUFBS0EsTUFBTSxHQUFJLEtBQUtBLEtBQU1BO1FBQzdDLE9BQU8sQUFBQyxDQUFBLEFBQUNBLENBQUFBLElBQUtBLE1BQU0sRUFBRSxNQUFPLENBQUEsSUFBSztJQUNwQztJQUVBLHlEQUF5RCxHQUN6REcsTUFBTUEsS0FBYSxFQUFVO1FBQzNCLE9BQU9GLEtBQUtHLEtBQUssQ0FBQyxJQUFJLENBQUNMLElBQUksS0FBS0k7SUFDbEM7SUFFQUUsS0FBUUMsSUFBa0IsRUFBSztRQUM3QixPQUFPQSxJQUFJLENBQUMsSUFBSSxDQUFDSCxLQUFLLENBQUNHLEtBQUtDLE1BQU0sRUFBRTtJQUN0QztJQUVBQyxPQUFPQyxXQUFtQixFQUFXO1FBQ25DLE9BQU8sSUFBSSxDQUFDVixJQUFJLEtBQUtVO0lBQ3ZCO0FBQ0YifQ==