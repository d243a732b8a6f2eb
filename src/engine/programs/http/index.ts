// HTTP/1.1 over descriptors: messages read and written, URLs fetched, TLS told.
// Knows the protocol; refuses to know which programs speak it and what they say about failures.
export { HttpConnection, HttpError } from './connection.ts';
export { httpDate, parseHttpDate } from './date.ts';
export { FetchError, type FetchRequest, fetchHttp } from './fetch.ts';
export { bodyOf, type Headers, type HttpRequest, type HttpResponse, headerOf, textOf, withHeader } from './message.ts';
export { BodyReader, type Framing, readRequest, readResponse, readResponseHead, responseFraming } from './read.ts';
export { reasonOf } from './reasons.ts';
export { type Certificate, certifies, tlsAccept, tlsConnect } from './tls.ts';
export { DEFAULT_PORTS, hostHeader, parseUrl, resolveUrl, type Url } from './url.ts';
export { keepsAlive, type RequestToWrite, type ResponseToWrite, writeRequest, writeResponse } from './write.ts';
