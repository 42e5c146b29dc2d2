import type { TrailChange } from '@/utils/app/outPort';
import { t, type WordKey } from '../../ui/words';
import * as say from './valueWords';

/** A field that is told: what it is called, and how its values are said. */
interface Told {
  key: WordKey;
  say?: say.Sayer;
}
type ToldFields = Readonly<Record<string, Told>>;

const sourced: ToldFields = {
  source: { key: 'trail.field.source', say: say.coded('trail.source') },
  day: { key: 'trail.field.asOf' },
};

/**
 * What is told of each kind of row, in the order of a form. Left out is what says nothing to people: ids, and
 * instants that the entry itself has.
 */
export const FIELDS: Readonly<Record<TrailChange['table'], ToldFields>> = {
  clients: {
    name: { key: 'field.name' },
    kind: { key: 'trail.field.kind', say: say.coded('trail.kind') },
    tier: { key: 'tier.label', say: say.coded('tier', (code) => code.toLowerCase()) },
    serviceLevel: { key: 'trail.field.serviceLevel' },
    ownLevel: { key: 'trail.field.ownLevel' },
    classes: { key: 'trail.field.classes', say: say.coded('class') },
    prospect: { key: 'trail.field.prospect' },
    cadenceDays: { key: 'trail.field.cadenceDays' },
    doNotContact: { key: 'trail.field.doNotContact', say: say.quiet },
    legalHold: { key: 'trail.field.legalHold', say: say.reasoned },
    since: { key: 'trail.field.since' },
    seenHoldings: { key: 'trail.field.seenHoldings', say: say.rows },
    seenPeople: { key: 'trail.field.seenPeople', say: say.rows },
  },
  links: { record: { key: 'trail.field.record' } },
  contacts: {
    state: { key: 'trail.field.state', say: say.coded('trail.state') },
    day: { key: 'log.day' },
    minute: { key: 'log.time', say: say.minute },
    channel: { key: 'trail.field.channel', say: say.coded('channel') },
    direction: { key: 'log.direction', say: say.coded('log') },
    result: { key: 'log.result', say: say.coded('trail.result') },
    minutesLong: { key: 'log.duration' },
    purpose: { key: 'log.purpose', say: say.coded('purpose') },
    goal: { key: 'log.goal' },
    goalReached: { key: 'goal.reached', say: say.coded('goal') },
    marker: { key: 'log.marker' },
    recording: { key: 'log.recording', say: say.recording },
    nextStep: { key: 'log.nextStep', say: say.nextStep },
    note: { key: 'log.note' },
    clientWords: { key: 'log.clientWords' },
    metWith: { key: 'log.metWith' },
    companions: { key: 'log.companions' },
    place: { key: 'log.place' },
    newBusiness: { key: 'log.newBusiness' },
    coldVisit: { key: 'log.coldVisit' },
    mass: { key: 'log.mass' },
    event: { key: 'trail.field.event', say: say.named },
    enteredInCrm: { key: 'trail.field.enteredInCrm' },
    origin: { key: 'trail.field.origin', say: say.coded('trail.origin') },
  },
  notes: {
    text: { key: 'notes.title' },
    pinned: { key: 'notes.pinned' },
    remind: { key: 'notes.remind', say: say.remind },
  },
  relations: {
    role: { key: 'people.field.role', say: say.coded('people.role') },
    name: { key: 'people.field.name' },
    phone: { key: 'people.field.phone' },
    stage: { key: 'people.field.stage', say: say.coded('people.stage') },
    covered: { key: 'people.field.covered' },
    influence: { key: 'people.field.influence', say: say.coded('choice.controllerInfluence') },
    attitude: { key: 'people.field.attitude', say: say.coded('choice.controllerAttitude') },
    lastMet: { key: 'people.field.lastMet' },
    wall: { key: 'people.field.wall', say: say.wall },
    note: { key: 'facts.note' },
    ...sourced,
  },
  holdings: {
    kind: { key: 'holdings.field.kind', say: say.coded('holdings.kind') },
    name: { key: 'holdings.field.name' },
    place: { key: 'holdings.field.place', say: say.place },
    amount: { key: 'facts.amount' },
    since: { key: 'holdings.field.since' },
    maturity: { key: 'holdings.field.maturity' },
    riskLevel: { key: 'holdings.field.riskLevel' },
    productCode: { key: 'holdings.field.productCode' },
    takenOver: { key: 'holdings.takenOver' },
    ...sourced,
  },
  policies: {
    kind: { key: 'policies.field.kind', say: say.coded('policies.kind') },
    insurer: { key: 'policies.field.insurer' },
    name: { key: 'policies.field.name' },
    insured: { key: 'policies.field.insured', say: say.insured },
    from: { key: 'policies.field.from' },
    until: { key: 'policies.field.until' },
    cover: { key: 'policies.field.cover' },
    premium: { key: 'policies.field.premium' },
    nextDue: { key: 'policies.field.nextDue' },
    criticalIllness: { key: 'policies.criticalIllness' },
    ...sourced,
  },
  credits: {
    kind: { key: 'credit.field.kind', say: say.coded('credit.kind') },
    name: { key: 'credit.field.name' },
    place: { key: 'credit.field.place', say: say.place },
    amount: { key: 'facts.amount' },
    applied: { key: 'credit.field.applied' },
    from: { key: 'credit.field.from' },
    until: { key: 'credit.field.until' },
    ended: { key: 'credit.ended' },
    class: { key: 'credit.field.class', say: say.coded('credit.class') },
    nextInterest: { key: 'credit.field.nextInterest' },
    nextPrincipal: { key: 'credit.field.nextPrincipal' },
    lastCheck: { key: 'credit.field.lastCheck' },
    collateral: { key: 'credit.field.collateral' },
    collateralValued: { key: 'credit.field.collateralValued' },
    ...sourced,
  },
  opportunities: {
    product: { key: 'opportunities.field.product' },
    amount: { key: 'facts.amount' },
    stage: { key: 'opportunities.field.stage', say: say.coded('opportunities.stage') },
    stageSince: { key: 'trail.field.stageSince' },
    probability: { key: 'opportunities.field.probability' },
    origin: { key: 'opportunities.field.origin' },
    nextStep: { key: 'opportunities.field.step', say: say.nextStep },
    note: { key: 'facts.note' },
    day: { key: 'trail.field.asOf' },
  },
  visits: {
    canDo: { key: 'visits.canDo' },
    marker: { key: 'visits.marker' },
    area: { key: 'visits.area' },
    checklist: { key: 'visits.checklist', say: say.checklist },
    focus: { key: 'visits.focus' },
    evidence: { key: 'visits.evidence' },
  },
  actions: {
    rule: { key: 'trail.field.rule', say: say.coded('rule', (id) => `${id}.name`) },
    answer: { key: 'trail.field.answer', say: say.answer },
  },
  acts: { deed: { key: 'trail.field.deed' } },
};

/** What a kind of row is called. */
export const tableWord = (table: TrailChange['table']): string => t(`trail.table.${table}`);
