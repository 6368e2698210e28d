import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { userEvent } from 'vitest/browser';
import { inventedProfile } from '../../../tests/inventedProfile.ts';
import { testCard } from '../../../tests/testCard.ts';
import type { Profile } from '../../domain/profile.ts';
import { defaultSettings } from '../../domain/settings.ts';
import { loadSpeech, speechOf } from '../../i18n/speech.ts';
import { SpeechContext } from '../../i18n/useText.ts';
import type { Controller } from '../../state/controllerTypes.ts';
import { defaultView } from '../../state/defaultView.ts';
import { type AppStore, createAppStore } from '../../state/store.ts';
import { type Mounted, mount } from '../figures/mount.browser.ts';
import { AppContext } from '../storeContext.ts';
import { ThresholdFields } from './ThresholdFields.tsx';

await loadSpeech('ja');

const card = testCard();
const profile = inventedProfile();
let mounted: Mounted | null = null;
beforeEach(() => localStorage.clear());
afterEach(() => mounted?.unmount());

function show(taken: Profile | null, language: 'en' | 'ja' = 'en'): { store: AppStore } {
  const settings = defaultSettings(card);
  const view = defaultView(language);
  const store = createAppStore({ cards: [card], samples: [], settings, notices: [], view });
  const setProfile = (next: Profile | null) =>
    store.setState(({ asked }) => ({
      profile: next,
      asked: {
        ...asked,
        settings: next
          ? { ...asked.settings, score: next.score, thresholds: next.thresholds }
          : asked.settings,
      },
    }));
  setProfile(taken);
  const services = {
    store,
    controller: { setProfile } as Controller,
    drawReport: () => Promise.resolve(new Uint8Array()),
    studies: () => Promise.reject(new Error('not asked for')),
    evidence: () => Promise.reject(new Error('not asked for')),
    pictureSets: () => Promise.reject(new Error('not asked for')),
    ownModels: () => Promise.reject(new Error('not asked for')),
  };
  mounted = mount(
    <AppContext value={services}>
      <SpeechContext value={speechOf(language)}>
        <ThresholdFields profiles />
      </SpeechContext>
    </AppContext>,
  );
  return { store };
}

const body = () => document.body.textContent;
const button = (name: string): HTMLElement => {
  const all = [...document.querySelectorAll('button')];
  const found = all.find((one) => (one.ariaLabel ?? one.textContent) === name);
  if (!found) throw new Error(`no button ${name}`);
  return found;
};
const open = async (): Promise<void> => {
  document.querySelector('summary')?.click();
  await vi.waitFor(() => expect(document.querySelector('input[type=file]')).not.toBeNull());
};

test('its name stands beside the thresholds, and says when they are changed', async () => {
  const { store } = show(profile);
  expect(body()).toContain('Profile Line 3');
  store.setState(({ asked }) => ({
    asked: { ...asked, settings: { ...asked.settings, score: { k: 5, windowRadius: 3 } } },
  }));
  await vi.waitFor(() => expect(body()).toContain('Changed from profile Line 3'));
  await open();
  expect(body()).toMatch(/At most 5.?% false alarms/);
  button('Back to the profile').click();
  await vi.waitFor(() => expect(body()).not.toContain('Changed from'));
});

test('another model and another method are told', async () => {
  const other = {
    ...profile,
    modelSha256: 'ff',
    attribution: { ...profile.attribution, steps: 99 },
  };
  show(other, 'ja');
  expect(body()).toContain('プロファイル Line 3（別のモデルまたは手法用）');
  await open();
  expect(body()).toContain('別のバージョン');
  expect(body()).toContain('誤警報率を保証できません');
});

test('it is kept, renamed, taken again and removed', async () => {
  const { store } = show(profile);
  await open();
  button('Keep in this browser').click();
  await vi.waitFor(() => button('Rename Line 3'));
  button('Rename Line 3').click();
  await vi.waitFor(() => expect(document.querySelector('form input')).not.toBeNull());
  const input = document.querySelector<HTMLInputElement>('form input');
  if (!input) throw new Error('no field for the name');
  await userEvent.fill(input, 'Line 4');
  await vi.waitFor(() => expect(button('Done')).not.toHaveProperty('disabled', true));
  button('Done').click();
  await vi.waitFor(() => button('Line 4'));
  button('Work without it').click();
  await vi.waitFor(() => expect(store.getState().profile).toBeNull());
  button('Line 4').click();
  expect(store.getState().profile?.name).toBe('Line 4');
  button('Remove Line 4').click();
  await vi.waitFor(() => expect(document.querySelector('ul')).toBeNull());
});

test('a file that is no profile is told, and changes nothing', async () => {
  const { store } = show(null);
  await open();
  const input = document.querySelector<HTMLInputElement>('input[type=file]');
  const files = new DataTransfer();
  files.items.add(new File([JSON.stringify({ ...profile, name: '' })], 'line.json'));
  if (input) input.files = files.files;
  input?.dispatchEvent(new Event('change', { bubbles: true }));
  await vi.waitFor(() => expect(body()).toContain('“line.json” could not be read as a profile'));
  expect(store.getState().profile).toBeNull();
});
