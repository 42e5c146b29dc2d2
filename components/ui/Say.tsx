import type { VNode } from 'preact';
import type { CivilDay } from '@/utils/domain/schema/time';
import type { Message, MessageArg } from '@/utils/domain/words';
import { exactDay, sayDay } from './dayWords';
import { exactMoney, sayMoney } from './moneyWords';
import { phraseParts } from './words';

/** A day as people say it; in full for the pointer and for screen readers. */
export function Day({ day, today }: { day: CivilDay; today: CivilDay }) {
  return (
    <time dateTime={day} title={exactDay(day)}>
      {sayDay(day, today)}
    </time>
  );
}

function asText(arg: MessageArg, today: CivilDay): string | number {
  if (typeof arg !== 'object') return arg;
  if ('day' in arg) return sayDay(arg.day, today);
  if ('money' in arg) return sayMoney(arg.money);
  return tell(arg.message, today);
}

/** A message of the domain as one text: for labels, copies and search. */
export function tell(message: Message, today: CivilDay): string {
  const fillings = message.args.map((arg) => asText(arg, today));
  return phraseParts(message.key, fillings).join('');
}

function Arg({ arg, today }: { arg: MessageArg; today: CivilDay }): VNode {
  if (typeof arg !== 'object') return <>{arg}</>;
  if ('day' in arg) return <Day day={arg.day} today={today} />;
  if ('money' in arg) return <span title={exactMoney(arg.money)}>{sayMoney(arg.money)}</span>;
  return <Say message={arg.message} today={today} />;
}

/** A message of the domain with its days and amounts marked up. */
export function Say({ message, today }: { message: Message; today: CivilDay }) {
  const parts = phraseParts(message.key, message.args);
  return (
    <>
      {parts.map((part, index) => (
        <Arg key={index} arg={part} today={today} />
      ))}
    </>
  );
}
