import * as z from 'zod/mini';
import { stretching } from '@/utils/domain/schema/keptMaster';
import { stretchHere } from './argon';

const job = z.strictObject({ passphrase: z.string(), how: stretching });

/* Stretches one passphrase beside the page, which would stand still meanwhile; the page ends this worker. */
addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const { passphrase, how } = job.parse(data);
  postMessage(stretchHere(passphrase, how));
});
