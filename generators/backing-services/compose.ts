import { lines } from '../../lib/lines.ts';
import type { Line } from '../../lib/types.ts';

const updates = `- package-ecosystem: docker-compose
  directory: /
  schedule: { interval: weekly }
  cooldown: { default-days: 7 }
  ignore:
    # A new major of a service may need its data migrated.
    - dependency-name: "*"
      update-types: ["version-update:semver-major"]

`;

/** Dependabot's entry for the images of compose.yaml; services that have one say so. */
export const composeUpdates: readonly Line[] = lines('.github/dependabot.yml#compose', [updates]);
