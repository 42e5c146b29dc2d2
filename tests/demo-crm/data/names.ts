import type { Random } from './random';

/** A Chinese name and its Latin spelling, each as surname and given name. */
export interface PersonName {
  surname: string;
  given: string;
  latinSurname: string;
  latinGiven: string;
}

/** Born before 1970, until 1995, and later: given names follow fashion. */
export type Generation = 'old' | 'middle' | 'young';

/** `汉字 Latin` pairs. A character read in several ways is spelt as it is read in a name. */
const spelt = (text: string): (readonly [string, string])[] =>
  text
    .trim()
    .split(/\s*,\s*/)
    .map((pair) => {
      const [characters = '', latin = ''] = pair.split(' ');
      return [characters, latin] as const;
    });

const SURNAMES = spelt(`
  王 Wang, 李 Li, 张 Zhang, 刘 Liu, 陈 Chen, 杨 Yang, 黄 Huang, 赵 Zhao, 吴 Wu, 周 Zhou, 徐 Xu, 孙 Sun, 马 Ma, 朱 Zhu,
  胡 Hu, 郭 Guo, 何 He, 林 Lin, 高 Gao, 罗 Luo, 郑 Zheng, 梁 Liang, 谢 Xie, 宋 Song, 唐 Tang, 许 Xu, 韩 Han, 冯 Feng,
  邓 Deng, 曹 Cao, 彭 Peng, 曾 Zeng, 肖 Xiao, 田 Tian, 董 Dong, 潘 Pan, 袁 Yuan, 蔡 Cai, 蒋 Jiang, 余 Yu, 杜 Du, 叶 Ye,
  程 Cheng, 魏 Wei, 苏 Su, 吕 Lyu, 丁 Ding, 任 Ren, 卢 Lu, 姚 Yao, 沈 Shen, 钟 Zhong, 崔 Cui, 谭 Tan, 陆 Lu, 范 Fan,
  汪 Wang, 廖 Liao, 石 Shi, 贾 Jia, 夏 Xia, 方 Fang, 邹 Zou, 熊 Xiong, 白 Bai, 孟 Meng, 秦 Qin, 邱 Qiu, 尹 Yin, 薛 Xue,
  单 Shan, 解 Xie, 查 Zha, 仇 Qiu, 盖 Ge, 欧阳 Ouyang, 诸葛 Zhuge
`);

const GIVEN: Record<Generation, Record<'male' | 'female', (readonly [string, string])[]>> = {
  old: {
    male: spelt(`建国 Jianguo, 国强 Guoqiang, 志明 Zhiming, 德福 Defu, 长林 Changlin, 永康 Yongkang, 文彬 Wenbin, 宝山 Baoshan,
      援朝 Yuanchao, 振华 Zhenhua, 玉田 Yutian, 松年 Songnian, 学文 Xuewen, 世杰 Shijie, 广生 Guangsheng, 兴旺 Xingwang`),
    female:
      spelt(`秀英 Xiuying, 桂兰 Guilan, 玉珍 Yuzhen, 淑芬 Shufen, 凤霞 Fengxia, 爱华 Aihua, 月娥 Yue'e, 素琴 Suqin,
      美玲 Meiling, 春梅 Chunmei, 惠芳 Huifang, 金花 Jinhua, 云仙 Yunxian, 巧云 Qiaoyun, 静宜 Jingyi, 佩芳 Peifang`),
  },
  middle: {
    male: spelt(`志强 Zhiqiang, 海波 Haibo, 俊 Jun, 晓东 Xiaodong, 立新 Lixin, 卫民 Weimin, 剑锋 Jianfeng, 文斌 Wenbin,
      永刚 Yonggang, 旭 Xu, 宏伟 Hongwei, 家宁 Jianing, 鹏程 Pengcheng, 明辉 Minghui, 少波 Shaobo, 启航 Qihang, 行健 Xingjian`),
    female:
      spelt(`敏 Min, 静 Jing, 丽娟 Lijuan, 红梅 Hongmei, 雪梅 Xuemei, 海燕 Haiyan, 晓琳 Xiaolin, 佳 Jia, 文静 Wenjing,
      玉洁 Yujie, 慧 Hui, 艳秋 Yanqiu, 婷 Ting, 若兰 Ruolan, 淑敏 Shumin, 思琪 Siqi, 乐怡 Leyi`),
  },
  young: {
    male: spelt(`子轩 Zixuan, 浩然 Haoran, 宇航 Yuhang, 俊杰 Junjie, 博文 Bowen, 嘉豪 Jiahao, 一鸣 Yiming, 泽宇 Zeyu,
      天朗 Tianlang, 云帆 Yunfan, 景行 Jingxing, 睿 Rui, 逸飞 Yifei, 承泽 Chengze`),
    female:
      spelt(`雨桐 Yutong, 梓涵 Zihan, 欣怡 Xinyi, 诗涵 Shihan, 一诺 Yinuo, 可馨 Kexin, 思远 Siyuan, 沐晴 Muqing,
      语嫣 Yuyan, 佳琪 Jiaqi, 安然 Anran, 知夏 Zhixia, 若溪 Ruoxi, 舒雅 Shuya`),
  },
};

export function generationOf(age: number): Generation {
  if (age > 55) return 'old';
  return age > 31 ? 'middle' : 'young';
}

/** An invented name; `surname` keeps a child's name in the family. */
export function inventName(
  random: Random,
  gender: 'male' | 'female',
  generation: Generation,
  surname?: readonly [string, string],
): PersonName {
  const [family, latinSurname] = surname ?? random.pick(SURNAMES);
  const [given, latinGiven] = random.pick(GIVEN[generation][gender]);
  return { surname: family, given, latinSurname, latinGiven };
}

export const fullName = (name: PersonName): string => name.surname + name.given;

/** Given name first, as an English system writes it. */
export const latinFullName = (name: PersonName): string => `${name.latinGiven} ${name.latinSurname}`;
