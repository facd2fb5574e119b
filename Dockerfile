# Builds and runs Convene:
#   docker build -t convene . && docker run --env-file .env -p 3000:3000 -v convene-data:/data convene
# The tools run beside it: docker exec <container> npm run doctor
FROM node:20.20.2-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY tsconfig.json ./
COPY src src
RUN npm run build && npm prune --omit=dev

FROM node:20.20.2-bookworm-slim
ENV NODE_ENV=production
# Only where the settings name no other store.
ENV DATABASE_URL=file:/data
WORKDIR /app
COPY package.json manifest.yml ./
COPY --from=build /app/node_modules node_modules
COPY --from=build /app/build build
RUN mkdir /data && chown node:node /data
VOLUME /data
USER node
EXPOSE 3000
# It lives; whether it can serve is what /readyz says, to whoever balances the load.
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT || 3000}/healthz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# Not npm, which would keep SIGTERM to itself.
CMD ["node", "--enable-source-maps", "build/src/main.js"]
