import { expect, test } from 'vitest'
import { capitalize, upperCase } from '../../src/language/capitalize.ts'

test.each([
  ['az', 'iyirmi səkkiz il əvvəl', 'İyirmi səkkiz il əvvəl'],
  ['tr', 'iki yıl önce', 'İki yıl önce'],
  ['tr', 'ılık', 'Ilık'],
  ['en', 'iyirmi', 'Iyirmi'],
  ['en', 'twenty-eight years ago', 'Twenty-eight years ago'],
  ['fr', 'élu', 'Élu'],
  ['fr', '«\u00a0il y a un an', '«\u00a0Il y a un an'],
  ['fr', 'e\u0301lu', 'E\u0301lu'],
  ['de', '„vor einem Jahr“', '„Vor einem Jahr“'],
  ['de', 'ß', 'ß'],
  ['de', 'über', 'Über'],
  ['es', '¿hace un año?', '¿Hace un año?'],
  ['ru', '«двадцать лет назад»', '«Двадцать лет назад»'],
  ['az', '“iki', '“İki'],
  ['en', '(‘one', '(‘One'],
  ['en', '28th', '28th'],
  ['en', '“28th anniversary', '“28th anniversary'],
  ['en', 'Already', 'Already'],
  ['ar', 'قبل عام', 'قبل عام'],
  ['zh', '二十八年前', '二十八年前'],
  ['ka', 'წლის წინ', 'წლის წინ'],
  ['en', '…', '…'],
  ['en', '', ''],
  ['zh-cmn', 'abc', 'Abc'],
  ['no tag', 'abc', 'Abc'],
])('%s: %s becomes %s', (tag, text, expected) => expect(capitalize(text, tag)).toBe(expected))

test.each([
  ['tr', 'izmir', 'İZMİR'],
  ['en', 'izmir', 'IZMIR'],
  ['fr', 'à 10\u00a0h\u00a005\u00a0min\u00a007\u00a0s', 'À 10\u00a0h\u00a005\u00a0min\u00a007\u00a0s'],
  ['fr-CA', 'jusqu’à 20\u00a0h EST', 'JUSQU’À 20\u00a0h EST'],
  ['fr', '2\u00a0heures', '2\u00a0HEURES'],
  ['en', '10\u00a0h', '10\u00a0H'],
])('%s: %s in capitals', (tag, text, expected) => expect(upperCase(text, tag)).toBe(expected))
