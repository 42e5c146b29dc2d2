import type { FieldKind } from './kinds';

/*
 * The words by which banks in Frankfurt, Zürich and Luxemburg label a client: the fewest that tell who he is and how
 * he is reached. What else a page says is told by how it is drawn. Entries are separated by a bar, in lower case.
 */

/** Labels of each kind, beside those of the other languages. */
export const GERMAN_LABELS: Readonly<Partial<Record<FieldKind, string>>> = {
  name: 'kundenname|firmenname|firma|vollständiger name|geschäftspartner',
  number:
    'kundennummer|kundennr|kundennr.|kunden-nr.|partnernummer|suchschlüssel|steuernummer|ust-idnr.|ust-idnr|handelsregisternummer',
  phone:
    'telefon|telefonnummer|mobiltelefon|mobil|handy|mobilnummer|rufnummer|telefon privat|telefon geschäftlich',
  email: 'e-mail-adresse|mailadresse',
  address: 'adresse|anschrift|straße|strasse|wohnanschrift|geschäftsadresse|sitz',
  birthday: 'geburtsdatum|geburtstag|geboren am',
  date: 'kunde seit|gültig bis|nächster kontakt|letzter kontakt|nächster termin|angelegt am|geändert am|linie gültig bis',
  money:
    'betreutes vermögen|depotvolumen|kreditlinie|kreditvolumen|freie linie|jahresumsatz|umsatz|einkommen|kontostand',
  person: 'geschäftsführer|ehepartner|bevollmächtigter',
  owner: 'betreuer|kundenbetreuer|zuständig|berater',
  tier: 'risikoklasse|kundengruppe|kundensegment',
  other:
    'anrede|titel|beruf|branche|rechtsform|plz|ort|land|sprache|bemerkung|notiz|nationalität|familienstand',
};

/** Parts of a name. */
export const GERMAN_PARTS = { first: 'vorname', last: 'nachname|familienname' } as const;

/** Records that are a client, and those that are none, in titles and crumbs. */
export const GERMAN_CLIENTS =
  'kunde|kunden|geschäftspartner|kontakt|kontakte|firmenkunde|firmenkunden|privatkunde|privatkunden';
export const GERMAN_OTHERS =
  'auftrag|aufträge|rechnung|rechnungen|angebot|angebote|bestellung|bestellungen|vertrag|verträge|lieferung|zahlung|zahlungen|aufgabe|aufgaben|termin|termine|produkt|produkte|darlehen|bericht|berichte|projekt|projekte|antrag|anträge|einstellungen|benutzer';
