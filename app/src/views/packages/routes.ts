import type { KeepAsked, MapAsked, PackageAsked, PackagesKept, PackagesMap } from '../../../types/protocol';
import { ask, listen } from '../../protocol/client';
import type { Sent } from '../../protocol/stream';

export const askPackage = (asked: PackageAsked, signal: AbortSignal): AsyncGenerator<Sent> => listen('/api/package', asked, signal);

export const askMap = (asked: MapAsked, signal: AbortSignal) => ask<PackagesMap>('/api/packages/map', asked, signal);

export const askKept = () => ask<PackagesKept>('/api/packages/kept');

export const keepPackage = (asked: KeepAsked) => ask<PackagesKept>('/api/packages/keep', asked);
