import { describe, expect, test } from 'vitest';
import { openFontsFor } from './chinese-fonts.ts';
import { named } from './paper.testing.ts';
import { printedName } from './printed-name.ts';

describe('a name on paper', () => {
  test.each([
    ['in Latin letters', named('Marie-Flore', 'Désir'), 'Marie-Flore Désir'],
    ['with the own script beside it', named('Anna', 'Petrova', ['Анна', 'Петрова']), 'Anna Petrova (Анна Петрова)'],
    ['in an Indian script', named('Sita', 'Devi', ['सीता', 'देवी']), 'Sita Devi (सीता देवी)'],
    ['with marks of Vietnamese', named('Nguyễn', 'Thị Ngọc'), 'Nguyễn Thị Ngọc'],
    ['in Armenian', named('Ani', 'Grigoryan', ['Անի', 'Գրիգորյան']), 'Ani Grigoryan (Անի Գրիգորյան)'],
    ['in Arabic, with its marks', named('Fatima', 'al-Zahra', ['فَاطِمَة', 'الزَّهْرَاء']), 'Fatima al-Zahra (فَاطِمَة الزَّهْرَاء)'],
    [
      'in Persian, with the mark that parts letters',
      named('Ali-Reza', '', ['علی\u200cرضا', '']),
      'Ali-Reza (علی\u200cرضا)',
    ],
    ['in Chinese, the family first', named('Xiaoming', 'Wang', ['小明', '王']), 'Xiaoming Wang (王小明)'],
    ['in Chinese as it was written long ago', named('Guohua', 'Chen', ['國華', '陳']), 'Guohua Chen (陳國華)'],
    ['whose own script no font has: without it', named('Nino', 'Kipiani', ['ნინო', 'ყიფიანი']), 'Nino Kipiani'],
    ['said twice: once', named('Ana', 'Pérez', ['Ana', 'Pérez']), 'Ana Pérez'],
    ['in a document of another script, with a Latin one beside it', named('ნინო', 'ყ', ['Nino', 'K']), 'Nino K'],
    ['that no font has at all: none, never boxes', named('ნინო', 'ყიფიანი'), null],
  ])('%s', async (_, person, printed) => {
    await openFontsFor(person.nativeFamilyNames + person.nativeGivenNames);
    expect(printedName(person)).toBe(printed);
  });
});
