import { expect, test } from '@playwright/test';
import { openApp } from './app.ts';

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
