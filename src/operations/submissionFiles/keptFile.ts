/** Bytes on their way into `submissionFiles`: where they lie, and under which name and type they are kept. */
export type KeptFile = { path: string; filename: string; mimeType: string }
