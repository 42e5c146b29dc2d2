import { classic } from './classic/frontEnd';
import { cloud } from './cloud/frontEnd';
import type { FrontEnd } from './frontEnd';
import { modern } from './modern/frontEnd';

/** The front ends the server mounts, in the order of the index page. */
export const FRONT_ENDS: readonly FrontEnd[] = [classic, modern, cloud];
