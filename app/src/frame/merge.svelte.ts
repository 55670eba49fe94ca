/** Whether the person is looking at what somebody else changed. */
export const mergeDialog = $state({ open: false });
