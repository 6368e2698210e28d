import type { Recipe } from './recipe.ts';
import {
  fashionIgSumNorm,
  fashionNatural,
  fashionPgd,
  fashionSmallNatural,
  fashionSmallPgd,
} from './recipes/fashion.ts';
import { magneticTileNatural, magneticTilePgd } from './recipes/magneticTile.ts';
import {
  surfaceAntialiased,
  surfaceIgSumNorm,
  surfaceNatural,
  surfacePgd,
} from './recipes/surface.ts';

/** Every recipe, by the name given to `npm run train --`. A recipe that goes on from a model comes behind it. */
export const RECIPES: readonly Recipe[] = [
  surfaceNatural,
  surfaceAntialiased,
  surfacePgd,
  surfaceIgSumNorm,
  magneticTileNatural,
  magneticTilePgd,
  fashionNatural,
  fashionPgd,
  fashionIgSumNorm,
  fashionSmallNatural,
  fashionSmallPgd,
];

/** Models of the app. */
export const MODELS = new URL('../public/models/', import.meta.url);
