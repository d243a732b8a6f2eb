/** What a Dockerfile front end was built with: Docker's own has none of these, `docker/dockerfile:1-labs` has them all. */
export interface Features {
  /** `COPY --parents` */
  readonly parents: boolean;
  /** `RUN --security` */
  readonly security: boolean;
}

export const dockerFeatures: Features = { parents: false, security: false };
export const labsFeatures: Features = { parents: true, security: true };
