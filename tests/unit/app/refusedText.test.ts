import { describe, expect, it } from 'vitest';
import type { Command } from '@/utils/app/command';
import { refusedText } from '@/utils/app/commands/refusedText';
import { newContactId, newNoteId } from '@/utils/app/ids';
import { contactDetails } from '@/utils/domain/schema/contact';
import { aClientId, aContact } from '../../gallery/fixtures/people';
import { SIGHTING } from '../../gallery/fixtures/pictures';

const CARD = '卡号 4111 1111 1111 1111';
const CONTACT = aContact(1, 3, {});
const client = { type: 'client', clientId: aClientId(1) } as const;

const noting = (text: string): Command => ({
  do: 'addNote',
  subject: client,
  noteId: newNoteId(),
  text,
  pinned: false,
});

describe('what is written in a command', () => {
  it.each([
    ['密码是 abc12345', 'holdsPassword'],
    ['CVV 123', 'holdsCvv'],
    ['验证码 482913', 'holdsCode'],
    [CARD, 'holdsCard'],
  ])('%s is refused as %s', (text, code) => {
    expect(refusedText(noting(text))).toEqual({ code, field: 'noteText' });
  });

  it('may be anything else', () => {
    expect(refusedText(noting('女儿明年高考，手机 13800138000'))).toBeNull();
  });

  it('is looked through in every field, which the answer names', () => {
    const details = contactDetails.parse(
      Object.fromEntries(Object.keys(contactDetails.shape).map((name) => [name, Reflect.get(CONTACT, name)])),
    );
    const logging = (changed: object): Command => ({
      do: 'logContact',
      subject: client,
      contactId: newContactId(),
      details: { ...details, ...changed },
      keeps: null,
      answers: null,
    });
    expect(refusedText(logging({}))).toBeNull();
    for (const field of ['note', 'goal', 'marker', 'metWith', 'companions', 'place'])
      expect(refusedText(logging({ [field]: CARD }))).toEqual({ code: 'holdsCard', field });
    expect(refusedText(logging({ nextStep: { text: CARD, due: null } }))).toEqual({
      code: 'holdsCard',
      field: 'nextStep',
    });
  });

  it('is not what the CRM shows, nor an amount or a number made by the program', () => {
    const sighting = { ...SIGHTING, name: CARD };
    expect(refusedText({ do: 'track', subject: { type: 'sighted', sighting } })).toBeNull();
    expect(
      refusedText({
        do: 'setFact',
        subject: client,
        key: 'assets',
        fact: {
          value: { type: 'money', money: { minor: '4111111111111111', currency: 'CNY' } },
          source: 'client',
          day: CONTACT.day,
        },
      }),
    ).toBeNull();
  });
});
