import type { Channel } from '../schema/contact';

/** Channels that one person may write down differently: a video call as a call, a visit as one to the branch. */
export type ChannelFamily = 'voice' | 'face' | 'message' | 'group';

const FAMILIES: Readonly<Record<Channel, ChannelFamily>> = {
  phone: 'voice',
  video: 'voice',
  meeting: 'face',
  branch: 'face',
  wechat: 'message',
  sms: 'message',
  email: 'message',
  group: 'group',
};

/** The family of a channel. */
export const familyOf = (channel: Channel): ChannelFamily => FAMILIES[channel];
