FROM node:20-bookworm-slim AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY . .
RUN npm run build && npm prune --omit=dev

FROM node:20-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0
WORKDIR /app
COPY --from=build --chown=node:node /app/package.json ./
COPY --from=build --chown=node:node /app/node_modules ./node_modules
COPY --from=build --chown=node:node /app/dist ./dist
COPY --from=build --chown=node:node /app/migrations ./migrations
COPY --from=build --chown=node:node /app/seeds ./seeds
# The embedded database's place, where no DATABASE_URL is given: mount a volume here.
RUN mkdir -p /data && chown node:node /data
ENV DATELINE_DATA_DIR=/data
USER node
EXPOSE 3000
ENTRYPOINT ["node", "dist/main.js"]
CMD ["up"]
