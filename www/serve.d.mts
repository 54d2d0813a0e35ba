import type { IncomingMessage, ServerResponse } from "node:http";
export function answer(root: string, request: IncomingMessage, response: ServerResponse): Promise<void>;
