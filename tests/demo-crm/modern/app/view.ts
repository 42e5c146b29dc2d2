/** What a view gets and what it is. */
import type { SessionReply } from './api';
import type { AppConfig } from './config';
import type { Route } from './router';
import type { KeptView } from './viewHost';

export interface Context {
  session: SessionReply;
  config: AppConfig;
  /** Goes to a route by pushState. */
  navigate(route: Route): void;
  /** Goes to a route by replaceState. */
  replace(route: Route): void;
  /** Gives the tab, the crumb and the window a title, if this route is still the current one. */
  rename(route: Route, title: string): void;
  /** A client was changed: kept views of it are out of date. */
  forgetClient(recordId: string): void;
  /** Names seen so far, by record number. */
  names: Map<string, string>;
}

export interface View extends KeptView {
  /** The route changed within this view, or the view is shown again. */
  update(route: Route): void;
}
