import { z } from 'zod';
import type { SiteProfile } from '@/lib/console';

/** A selector as it is written in a profile; whether it is valid CSS only the page can tell. */
const selector = z.string().min(1).max(500);
const host = z
  .string()
  .max(255)
  .regex(/^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*$/, 'a host name such as desk.example.com or *.example.com');

const siteProfileSchema = z.strictObject({
  id: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'small letters, digits and - only')
    .max(80),
  hosts: z.array(host).min(1).max(50),
  composer: selector.optional(),
  log: selector.optional(),
  customer: selector.optional(),
  agent: selector.optional(),
  send: selector.optional(),
  readFrom: z.array(z.string().min(1).max(300)).max(10).optional(),
  tested: z.boolean().default(false),
}) satisfies z.ZodType<SiteProfile, unknown>;

/** What clicking taught about one console, on its way from the page; the receiver knows the host. */
export const taughtSchema = siteProfileSchema
  .pick({ composer: true, log: true, customer: true, agent: true, send: true })
  .refine((it) => Object.keys(it).length > 0, 'at least one part');

/** Profiles as they are exported and imported. */
export const siteProfilesSchema = z.strictObject({
  format: z.literal('tactful-site-profiles'),
  version: z.literal(1),
  profiles: z.array(siteProfileSchema).max(500),
});
