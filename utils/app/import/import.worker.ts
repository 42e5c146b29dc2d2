import { createAnswerer } from './answer';
import { question, type Saying } from './protocol';

const answer = createAnswerer();
const say = (saying: Saying): void => postMessage(saying);

/* Reads one file beside the page, which would stand still meanwhile; the page ends this worker, also in the middle. */
addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  say(answer(question.parse(data), (rows) => say({ say: 'progress', rows })));
});
