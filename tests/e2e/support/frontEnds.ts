/** A front end of the demo CRM as a user goes about in it. */
export interface FrontEnd {
  name: 'classic' | 'modern' | 'cloud';
  /** The page of a client, logged in, below the CRM's address. */
  clientPage(recordId: string): string;
  /** The list of clients, on which nobody is recognised. */
  listPage: string;
  /** What it calls 10000001. */
  firstName: string;
}

/** The page of a client of the server-rendered front end, in the frames of its workspace. */
export const classicPage = (recordId: string): string => `/classic/index.do?open=${recordId}&demo=1`;

export const FRONT_ENDS: readonly FrontEnd[] = [
  {
    name: 'classic',
    clientPage: classicPage,
    listPage: '/classic/custList.do?demo=1',
    firstName: '王丽华',
  },
  {
    name: 'modern',
    clientPage: (recordId) => `/modern/clients/${recordId}?demo=1`,
    listPage: '/modern/clients?demo=1',
    firstName: '王丽华',
  },
  {
    name: 'cloud',
    clientPage: (recordId) => `/cloud/?demo=1#/accounts/${recordId}/view`,
    listPage: '/cloud/?demo=1#/accounts',
    firstName: 'Lihua Wang',
  },
];

/** The client of every picture, overdue in the sample book whatever day it is. */
export const FIRST_CLIENT = '10000001';

/** 王旭, 白桂兰: overdue in the sample book whatever day it is. */
export const LONG_AGO = '10000007';
export const ALSO_LATE = '10000022';

/** The page of a client of the single-page front end. */
export const modernPage = (recordId: string): string => `/modern/clients/${recordId}?demo=1`;
