import { expect, test } from 'vitest'
import { capitalize } from '../../src/language/capitalize.ts'

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
])('%s: %s becomes %s', (tag, text, expected) => expect(capitalize(text, tag)).toBe(expected))
