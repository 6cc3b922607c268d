/** Tabs for the views of one thing, each with its own address. */
import { address, type Place } from '../place.ts';

export interface Tab {
  label: string;
  place: Place;
  current: boolean;
}

export function ViewTabs({ tabs, label }: { tabs: readonly Tab[]; label: string }) {
  return (
    <nav class="tabs" aria-label={label}>
      {tabs.map((tab) => (
        <a key={tab.label} href={address(tab.place)} aria-current={tab.current ? 'page' : undefined}>
          {tab.label}
        </a>
      ))}
    </nav>
  );
}
