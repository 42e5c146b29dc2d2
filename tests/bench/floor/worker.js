// Nothing to do: a worker that starts and ends.
