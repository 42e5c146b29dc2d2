import type { ComponentChildren } from 'preact';

/* Drawn on a 16-unit grid with one stroke width, in the colour of the text beside them. */

function Icon({ children }: { children: ComponentChildren }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      {children}
    </svg>
  );
}

export const MoreIcon = () => (
  <Icon>
    <circle cx="3.5" cy="8" r="1.1" class="icon-solid" />
    <circle cx="8" cy="8" r="1.1" class="icon-solid" />
    <circle cx="12.5" cy="8" r="1.1" class="icon-solid" />
  </Icon>
);

export const ChevronIcon = () => (
  <Icon>
    <path d="m5 6.5 3 3 3-3" />
  </Icon>
);

export const CopyIcon = () => (
  <Icon>
    <rect x="5.5" y="5.5" width="8" height="8" rx="1.5" />
    <path d="M10.5 3.5v-.2a.8.8 0 0 0-.8-.8H3.8A1.3 1.3 0 0 0 2.5 3.8v5.9c0 .4.4.8.8.8h.2" />
  </Icon>
);

export const EyeIcon = () => (
  <Icon>
    <path d="M1.8 8S4 3.8 8 3.8 14.2 8 14.2 8 12 12.2 8 12.2 1.8 8 1.8 8Z" />
    <circle cx="8" cy="8" r="1.9" />
  </Icon>
);

export const CloseIcon = () => (
  <Icon>
    <path d="m4 4 8 8M12 4l-8 8" />
  </Icon>
);

export const SettingsIcon = () => (
  <Icon>
    <path d="M2 4.8h5.4M11.6 4.8H14M2 11.2h2.4M8.6 11.2H14" />
    <circle cx="9.5" cy="4.8" r="2" />
    <circle cx="6.5" cy="11.2" r="2" />
  </Icon>
);

export const SearchIcon = () => (
  <Icon>
    <circle cx="7" cy="7" r="4.2" />
    <path d="m10.2 10.2 3.3 3.3" />
  </Icon>
);

export const PinIcon = () => (
  <Icon>
    <path d="M5.7 2.5h4.6l-.6 4 2.3 2.3H4l2.3-2.3-.6-4ZM8 8.8v4.7" />
  </Icon>
);

export const PlusIcon = () => (
  <Icon>
    <path d="M8 3.5v9M3.5 8h9" />
  </Icon>
);

export const TargetIcon = () => (
  <Icon>
    <circle cx="8" cy="8" r="4.2" />
    <path d="M8 1.8v4M8 10.2v4M1.8 8h4M10.2 8h4" />
  </Icon>
);

export const WarnIcon = () => (
  <Icon>
    <path d="M8 2.4 14 13H2L8 2.4ZM8 6.4v3.2" />
    <circle cx="8" cy="11.2" r="0.7" class="icon-solid" />
  </Icon>
);

export const CheckIcon = () => (
  <Icon>
    <path d="m3.2 8.4 3.1 3.1 6.5-7" />
  </Icon>
);

export const WallIcon = () => (
  <Icon>
    <rect x="3.5" y="7" width="9" height="6.5" rx="1.2" />
    <path d="M5.5 7V5.2a2.5 2.5 0 0 1 5 0V7" />
  </Icon>
);
