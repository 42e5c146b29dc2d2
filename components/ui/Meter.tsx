const RADIUS = 20;
const AROUND = 2 * Math.PI * RADIUS;

/** A score of 100 as a ring with the number inside. Names nothing itself: the control around it does. */
export function Ring({ score }: { score: number }) {
  return (
    <span class="ring">
      <svg viewBox="0 0 48 48" aria-hidden="true" focusable="false">
        <circle cx="24" cy="24" r={RADIUS} class="ring-ground" />
        <circle
          cx="24"
          cy="24"
          r={RADIUS}
          class="ring-value"
          stroke-dasharray={`${(AROUND * score) / 100} ${AROUND}`}
          transform="rotate(-90 24 24)"
        />
      </svg>
      <b>{score}</b>
    </span>
  );
}

/** Below this a part of the score reads as thin. */
const THIN = 60;

/** A score of 100 as a bar; the number stands beside it. */
export function Bar({ score }: { score: number }) {
  return (
    <span class={score < THIN ? 'bar bar-thin' : 'bar'} aria-hidden="true">
      <i style={{ width: `${score}%` }} />
    </span>
  );
}
