/** GB 11643-1999: weights of the first 17 digits, check character by remainder. */
export function isChineseId(id: string): boolean {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, at) => total + weight * Number(id[at]), 0);
  return '10X98765432'[sum % 11] === id[17]?.toUpperCase();
}

/** Letter as two digits (A=10, I=34, O=35, W=32, Z=33 …), weights 1 9 8 7 6 5 4 3 2 1 1; divisible by ten. */
export function isTaiwanId(id: string): boolean {
  const letter = 'ABCDEFGHJKLMNPQRSTUVXYWZIO'.indexOf(id[0]?.toUpperCase() ?? '') + 10;
  if (letter < 10) return false;
  const digits = [Math.floor(letter / 10), letter % 10, ...[...id.slice(1)].map(Number)];
  const weights = [1, 9, 8, 7, 6, 5, 4, 3, 2, 1, 1];
  return weights.reduce((total, weight, at) => total + weight * (digits[at] ?? 0), 0) % 10 === 0;
}

/** ISO/IEC 7812 check digit. */
export function isLuhn(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[digits.length - 1 - at]);
    const doubled = at % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** ISO 13616: moved four to the back, letters as numbers, remainder 1 of 97. */
export function isIban(text: string): boolean {
  const iban = text.replace(/ /g, '').toUpperCase();
  const moved = iban.slice(4) + iban.slice(0, 4);
  let rest = 0;
  for (const char of moved) {
    const value = Number.parseInt(char, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return rest === 1;
}
