// What is asked: words in the forms in which they may stand on a page, and patterns that find these in text.
const JuminQuery = (() => {
  const LONGEST = 80, MOST = 8;
  const ENDINGS = /(이라는|이란|에서는|에서도|으로는|까지는|에게는|입니까|인가요|이에요|에는|에도|으로|에서|에게|까지|부터|이나|처럼|보다|라는|하는|하기|은|는|이|가|을|를|의|에|로|와|과|도|만|요)$/;
  const ASKING = /^(어디|어디서|어디에|어디에서|어디에요|어디예요|어디인가요|어디있나요|어떻게|어떤|무엇|무엇인가요|뭐|뭐예요|뭔가요|뭐가|언제|누가|누구|왜|몇|있나요|있어요|있습니까|있는|하나요|되나요|인가요|알려줘|알려주세요|궁금해요|해요|싶어요|좀|및|수|곳|것)$/;
  const PHONE = /^(전화|전화번호|연락처|번호|대표번호|대표전화|콜센터|문의전화|phone|tel|telephone)(는|은|가|이|를|을|좀|요)?$/;
  const GAP = "[\\s·‧・,‘’“”'\"()\\[\\]「」『』《》〈〉~/&+-]*";
  const narrow = text => text.slice(0, 10 * LONGEST).normalize("NFC").replace(/[！-～]/g, one => String.fromCharCode(one.charCodeAt(0) - 0xfee0)).slice(0, LONGEST);
  const flat = text => text.normalize("NFC").toLowerCase().replace(/[^가-힣㐀-䶿一-鿿ㄱ-ㅎa-z\d]/g, "");
  const tokens = text => narrow(text)
    .replace(/\b(0\d{1,2})[- ]?(\d{3,4})[- ](\d{4})\b/g, "$1$2$3").replace(/\b(1\d{3})[- ](\d{4})\b/g, "$1$2").replace(/(\d),(?=\d{3})/g, "$1")
    .match(/[가-힣]+|[ㄱ-ㅎ]+|[A-Za-z]+|\d+|[㐀-䶿一-鿿]+/g) || [];

  // Each word with its forms, the likelier first: as typed, without its ending, and what means the same.
  const words = (text, index) => {
    let all = [...new Set(tokens(text))];
    const told = all.filter(one => one.length > 1 || !/[ㄱ-ㅎ]/.test(one));
    if (told.length) all = told; // a consonant that is left over is a syllable on its way
    const meant = all.filter(one => !ASKING.test(one));
    if (meant.length) all = meant;
    all = all.slice(0, MOST);
    const units = [];
    for (let at = 0; at < all.length; at++) {
      // 찾아 오는 길, 왜목 마을: words that together are a name count as one.
      const together = many => all.slice(at, at + many).every(isSyllables) ? all.slice(at, at + many).join("") : "";
      const long = [4, 3, 2].find(many => at + many <= all.length && together(many) && (index.same.has(together(many)) || index.names.has(together(many))));
      const word = long ? all.slice(at, at + long).join("") : all[at];
      if (long) at += long - 1;
      units.push(unit(word, index));
    }
    return units;
  };
  const isSyllables = word => /^[가-힣㐀-䶿一-鿿]+$/.test(word);
  const unit = (word, {same, names}) => {
    const lower = word.toLowerCase(), forms = [[lower, 1]];
    if (/^[가-힣]+$/.test(word) && !names.has(word)) { // 도비도 is a place and no 도비 with an ending
      for (let stem = lower.replace(ENDINGS, ""), left = 2; left && stem.length > 1 && stem !== forms[forms.length - 1][0]; stem = stem.replace(ENDINGS, ""), left--) forms.push([stem, .9]);
    }
    for (const [form] of [...forms]) for (const other of same.get(form) || []) if (!forms.some(([known]) => known === other)) forms.push([other, .7]);
    return {word, forms, phone: PHONE.test(lower)};
  };

  const patterns = new Map();
  const pattern = form => {
    if (!patterns.has(form)) {
      const before = /^[a-z]/.test(form) ? "(?<![a-zA-Z])" : /^\d/.test(form) ? "(?<!\\d)" : "";
      patterns.set(form, new RegExp(before + [...form].join(GAP), "gi"));
    }
    return patterns.get(form);
  };
  const isInitials = form => /^[ㄱ-ㅎ]+$/.test(form);
  const hits = (text, form) => [...(isInitials(form) ? JuminLetters.initials(text) : text).matchAll(pattern(form))].map(hit => [hit.index, hit[0].length]);
  // How well a text holds a word: the weight of its best form, 0 without.
  const holds = (text, unit) => {
    for (const [form, weight] of unit.forms) if (hits(text, form).length) return weight;
    return 0;
  };
  return {LONGEST, words, flat, tokens, hits, holds, isInitials, narrow};
})();
