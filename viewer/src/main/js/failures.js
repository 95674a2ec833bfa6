// Why an image cannot be shown, in words for somebody who looks at pictures.

/** The image is there, but it is none that can be drawn. The message completes "This image cannot be drawn: …". */
export class UnreadableImage extends Error {}

/** The store answered with a status that is neither success nor "nothing stored here". */
export class StoreRefused extends Error {
  constructor(status) {
    super(`HTTP status ${status}`);
    this.status = status;
  }
}

export function isAborted(failure) {
  return failure?.name === 'AbortError' || (failure?.cause !== undefined && isAborted(failure.cause));
}

/** One or two sentences: what happened and what to do. */
export function inWords(failure) {
  const cause = rootOf(failure);
  if (cause instanceof StoreRefused) {
    return refused(cause.status);
  }
  if (cause instanceof UnreadableImage) {
    return `This image cannot be drawn: ${cause.message}.`;
  }
  if (cause instanceof TypeError) {
    return 'The node that keeps this image does not answer. Check the connection, then try again.';
  }
  return `This image cannot be drawn: ${cause.message}. Its files can still be downloaded.`;
}

function refused(status) {
  if (status === 404 || status === 410) {
    return 'There is no public image at this address. It may be under embargo or have been withdrawn.';
  }
  if (status === 401 || status === 403) {
    return 'This image is not public. Log in with an account that may see it, then open this page again.';
  }
  if (status === 429 || status >= 500) {
    return `The node that keeps this image is busy or being repaired (HTTP status ${status}). Try again in a minute.`;
  }
  return `The node that keeps this image refused to send it (HTTP status ${status}).`;
}

function rootOf(failure) {
  return failure?.cause instanceof Error ? rootOf(failure.cause) : failure;
}
