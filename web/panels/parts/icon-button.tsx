/**
 * A button with an icon for a face and a name for everyone else.
 */
import { Icon, type IconSource } from "./icons.tsx";

interface IconButtonProps {
  readonly icon: IconSource;
  readonly label: string;
  readonly onClick: () => void;
  readonly disabled?: boolean;
  readonly pressed?: boolean;
  readonly className?: string;
}

export function IconButton({ icon, label, onClick, disabled = false, pressed, className = "" }: IconButtonProps) {
  return (
    <button
      type="button"
      class={`icon-button ${className}`}
      aria-label={label}
      title={label}
      disabled={disabled}
      aria-pressed={pressed}
      onClick={onClick}
    >
      <Icon name={icon} />
    </button>
  );
}
