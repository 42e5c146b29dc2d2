/**
 * The demo bank's data, as the three front ends show it. One deterministic book: the same seed and
 * the same `today` give the same bank, word for word. All people and companies are invented.
 */

/** A calendar day, `YYYY-MM-DD`. */
export type Day = string;

export type RiskLevel = 'C1' | 'C2' | 'C3' | 'C4' | 'C5';
export type ServiceLevel = '私行' | '财富' | '金卡' | '普卡';
export type Channel = 'phone' | 'email' | 'meeting' | 'wechat' | 'sms' | 'video' | 'branch';

/** What the bank's own CRM remembers of a past contact. */
export interface PastContact {
  id: string;
  day: Day;
  /** Minutes after midnight; CRMs often keep none. */
  minute: number | null;
  channel: Channel;
  by: string;
  text: string;
}

export interface Holding {
  id: string;
  kind: 'deposit' | 'wealth' | 'fund' | 'insurance' | 'bond' | 'loan';
  name: string;
  /** In fen (1/100 yuan). */
  amountFen: number;
  since: Day;
  maturity: Day | null;
  /** Product risk R1 to R5; null for deposits and loans. */
  risk: number | null;
}

export interface Relation {
  /** Record number of the related client, or null where the other is no client of the bank. */
  recordId: string | null;
  name: string;
  role:
    | 'spouse'
    | 'child'
    | 'parent'
    | 'controller'
    | 'generalManager'
    | 'financeHead'
    | 'handler'
    | 'subsidiary'
    | 'parentCompany';
  phone: string | null;
}

interface Common {
  /** The record number: 8 digits, individuals start with 1, companies with 6. */
  recordId: string;
  name: string;
  /** Latin spelling, as the English front end shows it. */
  latinName: string;
  serviceLevel: ServiceLevel;
  manager: string;
  branch: string;
  phone: string;
  email: string | null;
  address: string;
  opened: Day;
  /** Assets under management and current balance, in fen. */
  aumFen: number;
  balanceFen: number;
  holdings: Holding[];
  /** Newest first; ids count up with time. */
  contacts: PastContact[];
  /** Between clients always both ways; a person's relation to a company names the person's role in it. */
  relations: Relation[];
}

export interface Individual extends Common {
  kind: 'individual';
  gender: 'male' | 'female';
  birthday: Day;
  occupation: string;
  employer: string | null;
  marital: 'single' | 'married' | 'divorced' | 'widowed';
  /** National id number, fictional: area code 990000, so that it can belong to nobody. */
  idNumber: string;
  idExpiry: Day;
  risk: { level: RiskLevel; tested: Day };
}

export interface Company extends Common {
  kind: 'company';
  /** Unified social credit code with a correct check character (GB 32100), in an unassigned area. */
  creditCode: string;
  industry: string;
  sizeClass: 'large' | 'medium' | 'small' | 'micro';
  founded: Day;
  legalRepresentative: string;
  staff: number;
  payrollStaff: number;
  revenueFen: number;
  creditLineFen: number;
  creditLineUntil: Day | null;
}

export type DemoClient = Individual | Company;

export interface DemoBank {
  today: Day;
  name: { zh: string; en: string };
  /** The relationship manager who is logged in. */
  manager: { name: string; latinName: string; branch: string };
  /** 220 individuals, then 80 companies; at least two share a name. */
  clients: DemoClient[];
}
