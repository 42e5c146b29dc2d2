/**
 * Clients written by hand, because a name, an age or a family is a trap that an extension must not
 * fall into: characters with several readings, rare characters outside the basic plane, the same
 * name twice, a name too long for any column, foreign names.
 */
export interface SpecialPerson {
  name: string;
  latinName: string;
  /** Family name and its spelling; undefined where the name has none of the Chinese kind. */
  surname: readonly [string, string] | undefined;
  gender: 'male' | 'female';
  age: number;
  /** Speaks English with the bank: contacts are noted in English. */
  english?: true;
}

export const SPECIAL_PEOPLE: readonly SpecialPerson[] = [
  { name: '张伟', latinName: 'Wei Zhang', surname: ['张', 'Zhang'], gender: 'male', age: 38 },
  { name: '张伟', latinName: 'Wei Zhang', surname: ['张', 'Zhang'], gender: 'male', age: 57 },
  { name: '单玉洁', latinName: 'Yujie Shan', surname: ['单', 'Shan'], gender: 'female', age: 52 },
  { name: '曾重阳', latinName: 'Chongyang Zeng', surname: ['曾', 'Zeng'], gender: 'male', age: 47 },
  { name: '解文斌', latinName: 'Wenbin Xie', surname: ['解', 'Xie'], gender: 'male', age: 61 },
  { name: '仇海燕', latinName: 'Haiyan Qiu', surname: ['仇', 'Qiu'], gender: 'female', age: 43 },
  { name: '查志远', latinName: 'Zhiyuan Zha', surname: ['查', 'Zha'], gender: 'male', age: 35 },
  { name: '盖丽娜', latinName: "Li'na Ge", surname: ['盖', 'Ge'], gender: 'female', age: 29 },
  { name: '区少芬', latinName: 'Shaofen Ou', surname: ['区', 'Ou'], gender: 'female', age: 66 },
  { name: '朴成浩', latinName: 'Chenghao Piao', surname: ['朴', 'Piao'], gender: 'male', age: 41 },
  { name: '尉迟敬', latinName: 'Jing Yuchi', surname: ['尉迟', 'Yuchi'], gender: 'male', age: 50 },
  { name: '万俟云', latinName: 'Yun Moqi', surname: ['万俟', 'Moqi'], gender: 'female', age: 33 },
  { name: '乐天行', latinName: 'Tianxing Yue', surname: ['乐', 'Yue'], gender: 'male', age: 27 },
  { name: '吴喆', latinName: 'Zhe Wu', surname: ['吴', 'Wu'], gender: 'male', age: 31 },
  { name: '陈𠮷祥', latinName: 'Jixiang Chen', surname: ['陈', 'Chen'], gender: 'male', age: 72 },
  { name: '王㛃', latinName: 'Jie Wang', surname: ['王', 'Wang'], gender: 'female', age: 36 },
  {
    name: '阿卜杜热合曼·买买提明·阿布都克里木',
    latinName: 'Abdurahman Memetimin Abdukerim',
    surname: undefined,
    gender: 'male',
    age: 45,
  },
  {
    name: 'David Whitmore',
    latinName: 'David Whitmore',
    surname: undefined,
    gender: 'male',
    age: 54,
    english: true,
  },
  {
    name: "Sarah O'Connor",
    latinName: "Sarah O'Connor",
    surname: undefined,
    gender: 'female',
    age: 39,
    english: true,
  },
  {
    name: 'Jean-Luc Moreau',
    latinName: 'Jean-Luc Moreau',
    surname: undefined,
    gender: 'male',
    age: 48,
    english: true,
  },
  {
    name: 'Priya Raman',
    latinName: 'Priya Raman',
    surname: undefined,
    gender: 'female',
    age: 34,
    english: true,
  },
  {
    name: 'Emily Thornton-Hughes',
    latinName: 'Emily Thornton-Hughes',
    surname: undefined,
    gender: 'female',
    age: 68,
    english: true,
  },
  {
    name: 'Anna Kowalska',
    latinName: 'Anna Kowalska',
    surname: undefined,
    gender: 'female',
    age: 42,
    english: true,
  },
  {
    name: 'Michael Andersson',
    latinName: 'Michael Andersson',
    surname: undefined,
    gender: 'male',
    age: 59,
    english: true,
  },
];
