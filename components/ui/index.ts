export {
  Banner,
  type BannerProps,
  EmptyState,
  type EmptyStateProps,
  List,
  Progress,
  type ProgressProps,
  Spinner,
} from './banner';
export { Button, type ButtonProps, IconButton, type IconButtonProps } from './button';
export { Badge, type BadgeProps, Chip, ChipButton, type ChipButtonProps, type ChipProps, Kbd } from './chip';
export { Segments, type SegmentsProps, Tabs, type TabsProps } from './choice';
export { classes } from './classes';
export { Dialog, type DialogProps } from './dialog';
export {
  Field,
  type FieldControl,
  type FieldProps,
  Input,
  type InputProps,
  type Option,
  Select,
  type SelectProps,
  Switch,
  type SwitchProps,
  Textarea,
  type TextareaProps,
} from './field';
export { type FileDrop, useFileDrop } from './file-drop';
export { Icon, type IconName } from './icon';
export { mountPage } from './page';
export { roveOnKey, rovingTarget } from './roving';
export { createToaster, type Toast, type Toaster, Toasts } from './toast';
