/** The worker's own `self`: TypeScript takes it for that of any worker. */
export const worker = self as unknown as ServiceWorkerGlobalScope;
