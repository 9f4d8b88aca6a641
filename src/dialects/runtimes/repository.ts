/** The model repository inside a server pod: the agent writes it, the inference server reads it. */
export const repositoryRoot = '/var/stowage/repository';

/** Python modules of ours for inference servers that are written in it: the agent puts them there before the server starts. */
export const modulesRoot = '/var/stowage/python';
