# The program with its dashboard, as an unprivileged user, data in /data.
FROM node:22-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY src/normalize/package.json src/normalize/
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build && npm prune --omit=dev --ignore-scripts

FROM node:22-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=8080 SIYAGHA_DATA=/data
WORKDIR /app
COPY --from=build /app/package.json ./
COPY --from=build /app/bin bin
COPY --from=build /app/dist dist
COPY --from=build /app/config config
COPY --from=build /app/samples samples
COPY --from=build /app/src/normalize/package.json src/normalize/package.json
COPY --from=build /app/src/normalize/dist src/normalize/dist
COPY --from=build /app/node_modules node_modules
RUN mkdir /data && chown node:node /data && ln -s /app/bin/siyagha /usr/local/bin/siyagha
USER node
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:8080/readyz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
# The first reports may be added later, by upload or by a separate ingest.
CMD ["siyagha", "serve", "--create"]
