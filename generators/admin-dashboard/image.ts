import { lines } from '../../lib/lines.ts';
import type { Line } from '../../lib/types.ts';

const dependencies = `# What the admin process loads from node_modules; web is a bundle and needs none.
FROM manifests AS dependencies
RUN --mount=type=cache,target=<%= cache %> <%= install-production %>

`;

const stage = `FROM runtime AS admin
COPY --from=dependencies /app/node_modules ./node_modules
COPY --from=build /app/dist ./dist
EXPOSE <%= admin-port %>
HEALTHCHECK --interval=10s --timeout=3s --start-period=30s --start-interval=1s \\
  CMD ["node", "--eval", "fetch(\`http://127.0.0.1:\${process.env.ADMIN_PORT || process.env.PORT || <%= port %>}/healthz\`).then(({ ok }) => process.exit(ok ? 0 : 1))"]
CMD ["node", "--enable-source-maps", "dist/admin.js"]

`;

const service = `
# Names what it misses by itself, so that web can be started without it.
admin:
  <<: *process
  profiles: [admin]
  image: <%= name %>-admin
  build: { context: ., target: admin }
  environment:
    <<: *environment
    ADMIN_PORT: <%= admin-port %>
    PUBLIC_URL: \${PUBLIC_URL:-}
    ALLOWED_HOSTS: \${ALLOWED_HOSTS:-}
    TRUSTED_PROXIES: \${TRUSTED_PROXIES:-}
    SECRET_KEY: \${SECRET_KEY:?set SECRET_KEY in .env}
    ADMIN_EMAIL: \${ADMIN_EMAIL:-}
    ADMIN_PASSWORD: \${ADMIN_PASSWORD:-}
    SHUTDOWN_DELAY: \${SHUTDOWN_DELAY:-}
    SHUTDOWN_TIMEOUT: \${SHUTDOWN_TIMEOUT:-}
  ports: ["127.0.0.1:\${ADMIN_PORT:-<%= admin-port %>}:<%= admin-port %>"]
  depends_on:
    release: { condition: service_completed_successfully }
  stop_grace_period: 30s
  restart: unless-stopped`;

const image = `- name: Build admin
  run: docker build --target admin --tag <%= name %>-admin .`;

/** The admin process as a container: a stage of the image, a service of compose, a build in CI. */
export const adminImage: readonly Line[] = [
  ...lines('Dockerfile#dependencies', [dependencies]),
  ...lines('Dockerfile#stages', [stage]),
  ...lines('compose.yaml#services', [service]),
  ...lines('.github/workflows/ci.yml#images', [image]),
];
