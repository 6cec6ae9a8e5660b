// Korean letters: initial consonants, jamo, the keyboard; and how alike two words are.
const JuminLetters = (() => {
  const INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ", VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ";
  const FINALS = ["", ..."ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"];
  const KEYS = {r: "ㄱ", R: "ㄲ", s: "ㄴ", e: "ㄷ", E: "ㄸ", f: "ㄹ", a: "ㅁ", q: "ㅂ", Q: "ㅃ", t: "ㅅ", T: "ㅆ", d: "ㅇ", w: "ㅈ", W: "ㅉ", c: "ㅊ",
    z: "ㅋ", x: "ㅌ", v: "ㅍ", g: "ㅎ", k: "ㅏ", o: "ㅐ", i: "ㅑ", O: "ㅒ", j: "ㅓ", p: "ㅔ", u: "ㅕ", P: "ㅖ", h: "ㅗ", y: "ㅛ", n: "ㅜ", b: "ㅠ", m: "ㅡ", l: "ㅣ"};
  const TWO = {ㄳ: "ㄱㅅ", ㄵ: "ㄴㅈ", ㄶ: "ㄴㅎ", ㄺ: "ㄹㄱ", ㄻ: "ㄹㅁ", ㄼ: "ㄹㅂ", ㄽ: "ㄹㅅ", ㄾ: "ㄹㅌ", ㄿ: "ㄹㅍ", ㅀ: "ㄹㅎ", ㅄ: "ㅂㅅ",
    ㅘ: "ㅗㅏ", ㅙ: "ㅗㅐ", ㅚ: "ㅗㅣ", ㅝ: "ㅜㅓ", ㅞ: "ㅜㅔ", ㅟ: "ㅜㅣ", ㅢ: "ㅡㅣ"};
  const ONE = Object.fromEntries(Object.entries(TWO).map(([one, two]) => [two, one]));
  const isSyllable = one => one >= "가" && one <= "힣";
  const parts = one => {
    const code = one.charCodeAt(0) - 0xac00;
    return [INITIALS[code / 588 | 0], VOWELS[(code % 588) / 28 | 0], FINALS[code % 28]];
  };
  const initials = text => text.replace(/[가-힣]/g, one => INITIALS[(one.charCodeAt(0) - 0xac00) / 588 | 0]);
  // As typed, key by key: 왜 is ㅇㅗㅐ, so that a slip of one key is one step.
  const jamo = word => [...word].flatMap(one => isSyllable(one) ? parts(one).flatMap(part => [...(TWO[part] || part)]) : [one]);

  const typed = keys => {
    let text = "", start = "", middle = "", end = "";
    const done = () => {
      text += start && middle ? String.fromCharCode(0xac00 + (INITIALS.indexOf(start) * 21 + VOWELS.indexOf(middle)) * 28 + FINALS.indexOf(end)) : start + middle;
      start = middle = end = "";
    };
    for (const key of keys) {
      const one = KEYS[key] || KEYS[key.toLowerCase()];
      if (!one) { done(); text += key; continue; }
      if (VOWELS.includes(one)) {
        if (end) {
          const [stay, goes] = TWO[end] || ["", end];
          end = stay;
          done();
          start = goes;
          middle = one;
        } else if (middle && ONE[middle + one]) middle = ONE[middle + one];
        else { if (middle) done(); middle = one; }
      } else if (start && middle && !end && FINALS.includes(one)) end = one;
      else if (end && ONE[end + one]) end = ONE[end + one];
      else { done(); start = one; }
    }
    done();
    return text;
  };

  // How many keys must be taken away, added, changed or exchanged; `most` where it is more.
  const steps = (one, other, most) => {
    if (Math.abs(one.length - other.length) >= most) return most;
    let before = [], last = other.map((_, at) => at + 1);
    last.unshift(0);
    for (let row = 1; row <= one.length; row++) {
      const next = [row];
      for (let at = 1; at <= other.length; at++) {
        next[at] = Math.min(last[at] + 1, next[at - 1] + 1, last[at - 1] + (one[row - 1] !== other[at - 1]));
        if (row > 1 && at > 1 && one[row - 1] === other[at - 2] && one[row - 2] === other[at - 1]) next[at] = Math.min(next[at], before[at - 2] + 1);
      }
      if (Math.min(...next) >= most) return most;
      [before, last] = [last, next];
    }
    return Math.min(most, last[other.length]);
  };
  // The words most like one that was typed, best first.
  const nearest = (word, words, many) => {
    const asked = jamo(word), most = Math.min(3, Math.max(1, asked.length / 4 | 0)) + 1, near = [];
    for (const other of words) {
      const joined = other.replace(/ /g, "");
      if (joined === word) continue;
      const whole = jamo(joined), begun = jamo(joined.slice(0, word.length));
      const far = Math.min(steps(asked, whole, most), whole.length > begun.length ? steps(asked, begun, most) + .5 : most);
      if (far < most) near.push([far, other]);
    }
    const best = [];
    for (const [, other] of near.sort((a, b) => a[0] - b[0] || a[1].length - b[1].length)) if (!best.some(one => other.startsWith(one))) best.push(other);
    return best.slice(0, many);
  };
  return {initials, typed, nearest};
})();
