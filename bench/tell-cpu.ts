// Loaded into a process that is measured: tells its parent, whenever it is asked, how much processor time it has used.
process.on('message', () => process.send?.(process.cpuUsage()));
