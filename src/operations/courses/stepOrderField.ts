/** Payload's name for the order column of the join `courses.steps`: dragging in the course moves this one. */
export const stepOrderField = '_steps_steps_order'
