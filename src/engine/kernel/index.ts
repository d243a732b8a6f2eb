// The simulated kernel: processes, descriptors, paths, permissions, signals, pipes and a virtual clock.
// Knows file systems made of trees; refuses to know shells, images, containers, real time and real I/O.
export { type ByteString, decodeText, encodeText, fromBytes, toBytes } from './bytes.ts';
export { CAPABILITY_NAMES } from './capabilities.ts';
export { deviceTree } from './devices.ts';
export { type Errno, errnoNumber, SysError } from './errno.ts';
export type { OpenFlags, Stat } from './file-calls.ts';
export { FileSystem, type FileSystemOptions, overlayFileSystem, plainFileSystem } from './file-system.ts';
export { Kernel, type KernelOptions, type StartOptions, TURN_COST } from './kernel.ts';
export { LoadError, type Loader, lazyProgram, load, preload } from './load.ts';
export { type Credentials, capable, EXECUTE, type Place, READ, WRITE } from './lookup.ts';
export { memoryIn, memoryOf } from './memory.ts';
export { type Delivery, type MachineFacts, type Mount, Namespace, type ResourceLimit, type SignalOutcome } from './namespace.ts';
export * from './net/index.ts';
export { nullFile, type OpenFile, Pipe, PipeEnd, RegularFile, SinkFile } from './open-file.ts';
export { mountProc, mountTable, type ProcFacts } from './proc.ts';
export { type Disposition, Process } from './process.ts';
export { compiledBody, compiledText, type Executable, executableBody, type Program, type Programs, recognise } from './program.ts';
export { SIGNAL_TEXT, SIGNALS, type Signal, type SignalName, signalName } from './signals.ts';
export { Tty } from './tty.ts';
export { type ExitStatus, type Run, type Step, statusCode, TURN, type Wait, type Woken } from './wait.ts';
