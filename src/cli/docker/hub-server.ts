/** The name of Docker Hub in a client's configuration. */
export const HUB_SERVER = 'https://index.docker.io/v1/';
