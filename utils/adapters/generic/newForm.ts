import { isWorth, kindOf } from './fields';
import type { Seen } from './seen';
import type { Settled } from './settle';
import { isTitle } from './subject';
import { isAction } from './terms';

/** A form in which nothing is yet: its heading says new, or no control holds who it is. */
export function isNewForm(pieces: readonly Seen[], pairs: readonly Settled[]): boolean {
  const controls = pairs.filter((pair) =>
    pair.values.some((value) => value.control?.editable || value.kids.some((kid) => kid.control?.editable)),
  );
  if (controls.length < 3 || controls.length < pairs.length * 0.6) return false;
  const first = Math.min(...controls.map(({ box }) => box.from));
  const says = pieces.some(
    (piece) =>
      piece.from < first &&
      piece.text.length <= 30 &&
      NEW.test(piece.text) &&
      isTitle(piece) &&
      !isAction(piece.text),
  );
  const filled = controls.filter(({ label, text }) => isWorth(label, text));
  // Where most is there already, who it is may stand beside what is typed.
  const saying = filled.length > controls.length / 2 ? pairs : filled;
  return says || !saying.some(saysWho);
}

const saysWho = ({ label, text }: Settled): boolean =>
  isWorth(label, text) && /^(?:name|number|phone|email)$/.test(kindOf(label, text, null));

const NEW = /^(?:新增|新建|添加|创建|录入|建立|开立|(?:new|create|add)\s)/iu;
