import { expect, test } from '@playwright/test';
import { openApp, preludeInWorkers } from './app.ts';

test('on a software renderer the engine chooses WebAssembly by itself', async ({ page }) => {
  await openApp(page, '?method=gradient');
  await expect(page.getByTestId('backend')).toHaveAttribute('data-backend', 'wasm');
});

test('WebGL runs in the worker when it is asked for', async ({ page }) => {
  // Every shader is compiled and run on the processor here: slow, and not what is tested.
  test.setTimeout(300_000);
  await openApp(page, '?method=gradient&perturbation=brightness&backend=webgl', 240_000);
  await expect(page.getByTestId('backend')).toHaveAttribute('data-backend', 'webgl');
  await expect(page.getByTestId('backend')).toHaveAttribute('data-gradient-check', 'passed');
});

test('where WebAssembly is faster than the graphics processor, that is measured, said and remembered', async ({
  page,
}) => {
  // Software that gives itself the name of hardware is a slow graphics processor.
  await preludeInWorkers(
    page,
    `const really = WebGL2RenderingContext.prototype.getParameter;
    WebGL2RenderingContext.prototype.getParameter = function (name) {
      return name === 0x9246 ? 'ANGLE (Maker, Slow graphics)' : really.call(this, name);
    };`,
  );
  await openApp(page, '?method=gradient');
  const pill = page.getByTestId('backend');
  await expect(pill).toHaveAttribute('data-backend', 'wasm');
  await pill.click();
  const details = page.getByRole('dialog', { name: 'Where the computing is done' });
  await expect(details).toContainText('was measured to be faster here');
  await expect(details).toContainText('32-bit floats');
  const measured = await details.getByText(/WebGL [\d.,]+ ms/).innerText();
  await page.reload();
  await openApp(page, '?method=gradient');
  await pill.click();
  await expect(details).toContainText(measured);
});

test('WebGPU is offered as an experiment where the browser has it', async ({ page }) => {
  await openApp(page, '?method=gradient&perturbation=brightness&backend=webgpu', 240_000);
  const pill = page.getByTestId('backend');
  await expect(pill).toHaveAttribute('data-backend', 'webgpu');
  await expect(pill).toHaveAttribute('data-gradient-check', 'passed');
});

test('the map is held against the one plain JavaScript computes, when asked', async ({ page }) => {
  await openApp(page, '?method=gradient&perturbation=brightness');
  const line = page.getByText('Same map on plain JavaScript').locator('xpath=ancestor::div[1]');
  await line.getByRole('button', { name: 'Compare' }).click();
  await expect(line).toContainText(
    /yes: largest difference \d\.\de-\d+ of the range, .* in all; \d+ of the 100/,
    {
      timeout: 60_000,
    },
  );
  await expect(page.getByRole('region', { name: 'Verdict' })).not.toContainText('Cannot tell');
});
