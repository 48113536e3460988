import { z } from 'zod';
import type { SiteProfile } from './site-profile';

/** A selector as it is written in a profile; whether it is valid CSS only the page can tell. */
const selector = z.string().min(1).max(500);
const host = z
  .string()
  .max(255)
  .regex(/^(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*$/, 'a host name such as desk.example.com or *.example.com');

export const siteProfileSchema = z.strictObject({
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
  tested: z.boolean().default(false),
}) satisfies z.ZodType<SiteProfile, unknown>;

/** Profiles as they are exported and imported. */
export const siteProfilesSchema = z.strictObject({
  format: z.literal('tactful-site-profiles'),
  version: z.literal(1),
  profiles: z.array(siteProfileSchema).max(500),
});
