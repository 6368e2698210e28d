import { afterEach, describe, expect, test } from 'vitest';
import { testCard } from '../../../tests/testCard.ts';
import type { Abilities } from '../../domain/abilities.ts';
import type { AttributionSettings } from '../../domain/attribution.ts';
import { defaultSettings } from '../../domain/settings.ts';
import { loadSpeech, speechOf } from '../../i18n/speech.ts';
import { SpeechContext } from '../../i18n/useText.ts';
import type { Controller } from '../../state/controllerTypes.ts';
import { defaultView } from '../../state/defaultView.ts';
import { createAppStore } from '../../state/store.ts';
import { type Mounted, mount } from '../figures/mount.browser.ts';
import { AppContext } from '../storeContext.ts';
import { MethodSettings } from './MethodSettings.tsx';

await loadSpeech('ja');

const card = testCard();
let mounted: Mounted;
afterEach(() => mounted.unmount());

/** The settings of a method, and what was asked for on the page. */
function show(
  change: Partial<AttributionSettings>,
  abilities: Abilities | null,
  language: 'en' | 'ja' = 'en',
) {
  const initial = defaultSettings(card);
  const settings = { ...initial, attribution: { ...initial.attribution, ...change } };
  const view = defaultView(language);
  const store = createAppStore({ cards: [card], samples: [], settings, notices: [], view });
  if (abilities) store.setState({ abilities: { [card.id]: abilities } });
  const asked: Partial<AttributionSettings>[] = [];
  const services = {
    store,
    controller: {
      setAttribution: (one: Partial<AttributionSettings>) => asked.push(one),
    } as unknown as Controller,
    drawReport: () => Promise.resolve(new Uint8Array()),
    studies: () => Promise.reject(new Error('not asked for')),
    evidence: () => Promise.reject(new Error('not asked for')),
    pictureSets: () => Promise.reject(new Error('not asked for')),
    ownModels: () => Promise.reject(new Error('not asked for')),
  };
  mounted = mount(
    <AppContext value={services}>
      <SpeechContext value={speechOf(language)}>
        <MethodSettings />
      </SpeechContext>
    </AppContext>,
  );
  const select = (label: string) => {
    const found = [...mounted.host.querySelectorAll('select')].find(
      ({ labels }) => labels[0]?.textContent === label,
    );
    if (!found) throw new Error(`no ${label}`);
    return found;
  };
  return { asked, select };
}

const OPTIONS = (select: HTMLSelectElement) =>
  [...select.options].map(({ value, text, disabled }) => ({ value, text, disabled }));

describe('the method', () => {
  test('stands in groups, and all can be chosen while nothing is known', () => {
    const { select } = show({}, null);
    const groups = [...select('Attribution method').querySelectorAll('optgroup')];
    expect(groups.map(({ label }) => label)).toEqual([
      'By the gradient',
      'Inside the network',
      'By hiding parts',
    ]);
    expect(OPTIONS(select('Attribution method')).some(({ disabled }) => disabled)).toBe(false);
  });

  test.each([
    [
      'en',
      'Attribution method',
      'LRP – not with this model: no rule for its layer gate (Activation)',
      'Grad-CAM – not with this model: it has no layer with height and width',
    ],
    [
      'ja',
      '判定根拠の手法',
      'LRP（層別関連度伝播）：このモデルでは使えません（層 gate (Activation) に関連度を割り振る規則がありません）',
      'Grad-CAM：このモデルでは使えません（高さと幅を持つ層がありません）',
    ],
  ] as const)('that a model cannot run is told why, in %s', (language, label, lrp, cam) => {
    const unavailable = {
      lrp: { need: 'layerRules', got: 'gate (Activation)' },
      gradCam: { need: 'spatialLayer', got: '' },
    } as const;
    const { select } = show({}, { layers: [], unavailable }, language);
    const off = OPTIONS(select(label)).filter(({ disabled }) => disabled);
    expect(off).toEqual([
      { value: 'lrp', text: lrp, disabled: true },
      { value: 'gradCam', text: cam, disabled: true },
    ]);
  });
});

describe('the layer', () => {
  const abilities = { layers: ['conv1', 'conv2'], unavailable: {} };

  test('is asked for where a method has one', () => {
    expect(() => show({ method: 'lrp' }, abilities).select('Layer')).toThrow('no Layer');
  });

  test('can be any that the model has', () => {
    const { select, asked } = show({ method: 'gradCam' }, abilities);
    const field = select('Layer');
    expect(OPTIONS(field).map(({ text }) => text)).toEqual(['Last (conv)', 'conv1', 'conv2']);
    expect(field.value).toBe('');
    field.value = 'conv1';
    field.dispatchEvent(new Event('change', { bubbles: true }));
    expect(asked).toEqual([{ layer: 'conv1' }]);
  });

  test('that was asked for is shown, known or not', () => {
    const { select } = show({ method: 'gradCam', layer: 'conv9' }, abilities);
    expect(select('Layer').value).toBe('conv9');
  });
});
