/** The model repository inside a server pod: the agent writes it, the inference server reads it. */
export const repositoryRoot = '/var/stowage/repository';
